import type { Button } from '@slack/types';
import type { Message } from '../answer.ts';
import { actions, button, context, fitting, section } from '../blocks.ts';
import { cutMarkup, LIMITS, page } from '../limits.ts';
import { inert } from '../mrkdwn.ts';
import type { Scene } from '../scene.ts';
import { encodeAbout } from './about.ts';
import { hintOf } from './hint.ts';
import type { Noun, Rows, Values, Verb } from './verb.ts';
import { buttonOf, secretIf } from './verb-view.ts';

const PAGE_SIZE = 10;
const MORE = 'There is more than Slack shows at once.';

export type Listing<S> = {
  readonly all: readonly S[];
  readonly number?: number;
  /** Why it is shown, or what has just happened. */
  readonly lead?: string | undefined;
  /** By which they were looked up; undefined for all of them. */
  readonly words?: string | undefined;
};

/** A page of rows, each with its button, and what can be said beside. */
export function listMessage<S>(
  noun: Noun<S>,
  rows: Rows<S>,
  { all, number = 1, lead, words }: Listing<S>,
  scene: Scene,
): Message {
  const at = page(all, number, PAGE_SIZE);
  const lines = at.items.map((row) => rows.line(row, scene));
  const [first] = noun.verbs;
  const buttons = [
    ...turns(noun, at, words, scene),
    ...(first ? [buttonOf({ noun: noun as Noun, verb: first, subject: undefined, scene })] : []),
  ];
  const how = `In words: ${noun.verbs.map((verb) => hintOf(noun as Noun, verb)).join(', ')}.`;
  const hints = noun.verbs.length > 0 ? [how] : [];
  const pages = at.of > 1 ? [`Page ${at.number} of ${at.of}.`] : [];
  const leads = lead ? [lead] : [];
  const shown = at.items.map((row, n) =>
    section(lines[n] ?? '', rowButton(noun, rows, row, scene)),
  );
  const text = [...leads, ...(lines.length > 0 ? lines.map((line) => `• ${line}`) : [rows.empty])];
  return {
    text: cutMarkup([...text, ...pages, ...hints].join('\n'), LIMITS.text),
    blocks: fitting(
      [
        ...leads.map((one) => section(one)),
        ...(shown.length > 0 ? shown : [section(rows.empty)]),
        ...(buttons.length > 0 ? [actions(buttons)] : []),
        ...[...pages, ...hints].map((one) => context(one)),
      ],
      MORE,
    ),
  };
}

function turns<S>(
  { name }: Noun<S>,
  at: { readonly number: number; readonly of: number },
  words: string | undefined,
  { channelId }: Scene,
): readonly Button[] {
  const turn = (to: number, text: string) =>
    button({
      id: `${name}.page.${to}`,
      text,
      value: encodeAbout({ channelId, values: { page: String(to), ...(words && { words }) } }),
    });
  return [
    ...(at.number > 1 ? [turn(at.number - 1, 'Previous page')] : []),
    ...(at.number < at.of ? [turn(at.number + 1, 'Next page')] : []),
  ];
}

function rowButton<S>({ name }: Noun<S>, rows: Rows<S>, row: S, scene: Scene): Button | undefined {
  if (rows.button) return rows.button(row, scene);
  if (rows.verbs.length === 0 && !rows.show) return undefined;
  const value = encodeAbout({ channelId: scene.channelId, id: rows.idOf(row) });
  const label = `Open ${rows.titleOf(row)}`;
  return button({ id: `${name}.show`, text: 'Open', value, label });
}

/** One row, with a button for each verb that can be said of it. */
export function rowMessage<S>(noun: Noun<S>, rows: Rows<S>, row: S, scene: Scene): Message {
  const text = rows.show ? rows.show(row, scene) : rows.line(row, scene);
  const buttons = rows.verbs
    .filter((verb) => verb.isOffered?.(row, scene) ?? true)
    .map((verb) => buttonOf({ noun, verb, subject: row, scene }));
  return {
    text: cutMarkup(text, LIMITS.text),
    blocks: [section(text), ...(buttons.length > 0 ? [actions(buttons)] : [])],
  };
}

/** Several rows can be meant: the verb for each of them, with what was said. */
export function whichRowMessage<S>(
  place: {
    readonly noun: Noun<S>;
    readonly rows: Rows<S>;
    readonly verb: Verb<S>;
    readonly scene: Scene;
  },
  found: readonly S[],
  values: Partial<Values>,
): Message {
  const { noun, rows, verb, scene } = place;
  const lead = 'Several can be meant. Which one is it?';
  const shown = found.slice(0, PAGE_SIZE);
  const lines = shown.map((row) => rows.line(row, scene));
  return secretIf(verb, {
    text: cutMarkup([lead, ...lines.map((line) => `• ${line}`)].join('\n'), LIMITS.text),
    blocks: fitting(
      [
        section(lead),
        ...shown.map((subject, n) =>
          section(lines[n] ?? '', buttonOf({ noun, verb, subject, scene }, { values })),
        ),
      ],
      MORE,
    ),
  });
}

/** Everything that can be said, each with its line. */
export function helpMessage<S>(noun: Noun<S>, lead?: string): Message {
  const own = noun.verbs.map((verb) => `${hintOf(noun as Noun, verb)}  ${verb.label}`);
  const ofRows = (noun.rows?.verbs ?? []).map((verb) => `${hintOf(noun, verb)}  ${verb.label}`);
  const look = noun.rows
    ? [`\`/partnership ${noun.name}\`  all of them, or those that you name`]
    : [];
  const text = [...(lead ? [inert(lead)] : []), noun.help, ...look, ...own, ...ofRows].join('\n');
  return { text: cutMarkup(text, LIMITS.text), blocks: [section(text)] };
}
