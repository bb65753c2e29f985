/** What is said to people who may not ask what they asked, or not there; nothing of a partnership is in it. */
export const GATE = {
  invite: 'I can’t see this channel yet. Invite me with `/invite @common-ground`, then try again.',
  notShared:
    'This channel isn’t shared with another organization, and I know of no partnership in it. Use me in a channel that several organizations share. If the others are guests in this one, `/partnership setup organization THEIR NAME` begins a partnership here.',
  nowhere:
    'I don’t know you from any partnership yet. Write to me once in the channel that your organizations share, for example `@common-ground help`.',
  notThere:
    'This belongs to a partnership, and Slack says that you are in none of its channels now, so I neither show nor change anything. If that should be different, ask somebody there to add you to the channel, and try again.',
  unseen:
    'Slack doesn’t tell me just now who is in the channel, so I can’t tell whether you may. Please try again in a minute; in the channel itself you can always ask me.',
  nowhereMyself:
    'I’m in no channel of this partnership any more, so I neither show nor change anything. Once somebody invites me again with `/invite @common-ground`, all of this works as before.',
  organizationLeft:
    'Your organization doesn’t share the channel any more, so I neither show nor change anything here. What it said stays. Once the channel is shared with it again, all of this works as before.',
  nobody: 'Slack knows nobody behind this whom I could answer: I talk with people, not with bots.',
  ended: 'Slack says that this account was closed, so I neither show nor change anything for it.',
  outdated:
    'This button is of an older version of me, so nothing was changed. Ask me again, for example with `/glossary list` or `/partnership timeline`, and use the buttons of the answer.',
  outdatedCommand:
    'I don’t answer to this command any more. `/partnership help` shows what I can do.',
  outdatedForm:
    'This form is of an older version of me, so nothing was changed. Open it again from a newer message.',
  outdatedShortcut:
    'This menu entry is of an older version of me, so nothing was changed. An administrator can bring the menu up to date from the app’s manifest.',
  tooSlow: 'That took longer than Slack keeps a form open. Please open it again.',
  several: (names: readonly string[]): string =>
    `You are in several partnerships. Say which one first, like \`${names[0]}: glossary MOU\`\n${names.map((name) => `• ${name}`).join('\n')}`,
} as const;
