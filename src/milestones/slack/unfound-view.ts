import { isDoubt, REASON_WORDS } from '../../agreements/proposal.ts';
import type { Message } from '../../slack/answer.ts';
import { actions, button, section } from '../../slack/blocks.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Seen } from '../list-milestones.ts';
import { encodeAbout, MILESTONES } from './ids.ts';
import { hintFor, type Scene, statusWords } from './words.ts';

const SHOWN = 8;

/** One *Open* for each that has the words in its name. */
export function severalMessage(several: readonly Seen[], scene: Scene): Message {
  const shown = several.slice(0, SHOWN);
  const lead = `Several milestones have that in their name. Which one do you mean?`;
  return {
    text: [lead, ...shown.map(({ milestone }) => `• ${bold(milestone.title)}`)].join('\n'),
    blocks: [
      section(lead),
      ...shown.map((seen, at) => choiceSection(seen, at, scene)),
      actions([listButton(scene)]),
    ],
  };
}

/** Those that are near it, and all of them. Who said something of one has not asked how to add it. */
export function missedMessage(
  { missed, near }: { readonly missed: string; readonly near: readonly Seen[] },
  scene: Scene,
  verb: string | undefined,
): Message {
  const title = missed.slice(0, 80);
  const meant = near.map(({ milestone }) => bold(milestone.title)).join(' or ');
  const lead = `I know no milestone “${inert(title)}”.${meant ? ` Did you mean ${meant}?` : ''}`;
  const how =
    verb !== undefined && isDoubt(verb)
      ? `Its name comes first, then an equals sign: ${hintFor(verb, 'TITLE', REASON_WORDS[verb])}.`
      : `To add one: ${hintFor('add', title, 'DATE')}.`;
  return {
    text: `${lead} ${how}`,
    blocks: [
      section(lead),
      ...near.map((seen, at) => choiceSection(seen, at, scene)),
      section(how),
      actions([listButton(scene)]),
    ],
  };
}

function choiceSection(seen: Seen, at: number, scene: Scene) {
  const { id: milestoneId, title } = seen.milestone;
  return section(
    `${bold(title)} · ${statusWords(seen, scene)}`,
    button({
      id: `${MILESTONES.show}.${at}`,
      text: 'Open',
      value: encodeAbout({ milestoneId, version: 0, channelId: scene.channelId }),
      label: `Open ${title}`,
    }),
  );
}

function listButton(scene: Scene) {
  return button({
    id: MILESTONES.list,
    text: 'List',
    value: `1 ${scene.channelId}`,
    label: 'List all milestones',
  });
}
