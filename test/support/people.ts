import type { SeenMessage } from '../../sandbox/slack/sees.ts';
import { CHANNEL, type Walk } from './walk.ts';

/** People whose organization did not install the app: they have no commands. */
const WITHOUT_COMMANDS = ['U0LENA', 'U0ARJUN', 'U0CASEY'];

/** What a person is told alone after writing a command, or a mention where they have none. */
export async function says(walk: Walk, userId: string, words: string): Promise<string> {
  const visitor = walk.slack.as(userId);
  if (WITHOUT_COMMANDS.includes(userId)) await visitor.says(CHANNEL, `@Common Ground ${words}`);
  else await visitor.command(CHANNEL, `/${words}`);
  await walk.idle();
  return walk.answer(userId);
}

/** Time passes, and the bot looks at its clock as often as it takes. */
export async function comes(walk: Walk, instant: string): Promise<void> {
  walk.clock.moveTo(instant);
  await looks(walk);
}

async function looks(walk: Walk): Promise<void> {
  for (let n = 0; n < 3; n += 1) {
    await walk.bot.tick();
    await walk.idle();
  }
}

/** Everything that a person has before them, the newest last, threads included. */
function before(walk: Walk, userId: string): readonly SeenMessage[] {
  const { channels, dm, groups } = walk.slack.as(userId).sees();
  const channel = channels.find(({ id }) => id === CHANNEL)?.messages ?? [];
  const together = groups.flatMap(({ messages }) => messages);
  const all = [...channel, ...dm, ...together].flatMap((message) => [message, ...message.replies]);
  return all.toSorted((a, b) => Number(a.ts) - Number(b.ts));
}

export function told(walk: Walk, userId: string): readonly string[] {
  return walk.slack
    .as(userId)
    .sees()
    .dm.filter(({ isBot }) => isBot)
    .map(({ text }) => text);
}

type Pressable = { action_id: string; accessibility_label?: string; text?: { text: string } };
type Row = { block_id: string; elements?: Pressable[]; accessory?: Pressable };

function pressables({ elements = [], accessory }: Row): readonly Pressable[] {
  return [...elements, ...(accessory ? [accessory] : [])];
}

/** What the newest message before them lets them press, as a screen reader says it. */
export function offered(walk: Walk, userId: string): readonly string[] {
  const rows = (before(walk, userId).at(-1)?.blocks ?? []) as Row[];
  return rows.flatMap(pressables).map((one) => one.accessibility_label ?? one.text?.text ?? '');
}

/** Presses the newest button before them whose label for screen readers, or whose text, is this. */
export async function press(walk: Walk, userId: string, label: string): Promise<void> {
  for (const message of before(walk, userId).toReversed()) {
    for (const row of message.blocks as Row[]) {
      const found = pressables(row).find(
        (one) => one.accessibility_label === label || one.text?.text === label,
      );
      if (!found) continue;
      const target = { messageTs: message.ts };
      await walk.slack.as(userId).click(target, found.action_id, undefined, row.block_id);
      return walk.idle();
    }
  }
  throw new Error(`${userId} sees no button “${label}”`);
}

/** Fills the form that is open before them and sends it off; answers its errors. */
export async function fillIn(
  walk: Walk,
  userId: string,
  values: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const view = walk.slack.as(userId).sees().modals.at(-1);
  if (!view) throw new Error(`${userId} has no form before them`);
  const outcome = await walk.slack.as(userId).submit(view.id, values);
  await walk.idle();
  return outcome;
}
