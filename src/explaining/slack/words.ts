import { cut } from '../../slack/limits.ts';
import { listed } from '../../slack/listed.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Explanation, Sense } from '../explanation.ts';

/** What a view needs to know beside the explanation. */
export type Scene = {
  readonly organizations: readonly { readonly id: string; readonly shortName: string }[];
  /** A channel of the partnership. */
  readonly channelId: string;
  /** Whether the one who asks may propose a meaning. */
  readonly mayDefine: boolean;
};

/** How much is said of each term, and of how many. */
export type Room = {
  readonly meaning: number;
  readonly sense: number;
  readonly terms: number;
  readonly characters: number;
};

const STATUS_WORDS: Readonly<Record<Explanation['status'], string>> = {
  agreed: 'agreed',
  proposed: 'proposed, not agreed yet',
  disputed: 'disputed, not agreed',
  deprecated: 'retired: please don’t use it',
  withdrawn: 'not agreed',
  compared: 'being compared: each organization writes its own meaning first',
};

/** One paragraph: the agreed meaning first, then what each organization means by it. */
export function paragraphOf(term: Explanation, scene: Scene, room: Room): string {
  const many = term.isHomonym ? ' · one word, several ideas' : '';
  const heading = `${bold(term.text)} · ${STATUS_WORDS[term.status]}${many}`;
  const lines = term.status === 'compared' ? comparedLines : standingLines;
  return [heading, ...lines(term, scene, room)].join('\n');
}

function standingLines(term: Explanation, scene: Scene, room: Room): readonly string[] {
  const { proposed } = term;
  return [
    ...agreedLines(term, scene, room),
    ...(proposed
      ? [
          `${nameOf(scene, proposed)} puts forward: ${inert(cut(proposed.definition, room.meaning))}`,
        ]
      : []),
    ...term.senses.map((sense) => senseLine(sense, scene, room)),
    ...(term.isChanging ? ['A change is being talked about.'] : []),
  ];
}

/** The others’ meanings are not here at all. */
function comparedLines(term: Explanation, scene: Scene, room: Room): readonly string[] {
  const missing = scene.mayDefine
    ? ['Your organization’s meaning is still missing: `/glossary define TERM = DEFINITION`']
    : [];
  const own = term.senses.map((sense) => `${senseLine(sense, scene, room)} (seen by you alone)`);
  return [
    ...(term.agreed
      ? [`What was agreed stands meanwhile: ${inert(cut(term.agreed.definition, room.meaning))}`]
      : []),
    ...(own.length > 0 ? own : missing),
  ];
}

/** Of a retired word, what to say instead comes before what it meant. */
function agreedLines(term: Explanation, scene: Scene, room: Room): readonly string[] {
  const { agreed } = term;
  if (!agreed) return [];
  const meaning = inert(cut(agreed.definition, room.meaning));
  const instead = insteadLines(term, scene);
  return agreed.deprecated ? [...instead, `It meant: ${meaning}`] : [meaning, ...instead];
}

function insteadLines({ text, agreed, avoided }: Explanation, scene: Scene): readonly string[] {
  if (!agreed) return [];
  const preferred = agreed.preferredLabel ?? text;
  const isBanned = agreed.deprecated || agreed.resolution === 'spell_out';
  const says = Object.entries(agreed.sayInstead ?? {}).map(
    ([organizationId, words]) => `${nameOf(scene, { organizationId })} says ${bold(words)}`,
  );
  return [
    ...(agreed.replacedBy ? [`Say ${bold(agreed.replacedBy)} instead.`] : []),
    ...(agreed.resolution === 'spell_out' ? ['The letters alone are not used here.'] : []),
    ...(says.length > 0 ? [`Instead, ${listed(says)}.`] : []),
    ...(avoided.length > 0 && !isBanned
      ? [`${listed(avoided.map(quoted))} is no longer used for it: say ${bold(preferred)}.`]
      : []),
    ...(avoided.length === 0 && !isBanned && preferred !== text
      ? [`The word for it is ${bold(preferred)}.`]
      : []),
  ];
}

function senseLine({ meaning, relation, ...of }: Sense, scene: Scene, room: Room): string {
  if (relation === 'not_used') return `• ${nameOf(scene, of)} doesn’t use it`;
  const edges = relation === 'narrower' || relation === 'broader' ? ` (${relation})` : '';
  return `• ${nameOf(scene, of)}${edges}: ${inert(cut(meaning, room.sense))}`;
}

function nameOf(scene: Scene, { organizationId }: Pick<Sense, 'organizationId'>): string {
  const found = scene.organizations.find(({ id }) => id === organizationId);
  return inert(found?.shortName ?? 'Somebody');
}

function quoted(label: string): string {
  return `“${inert(label)}”`;
}
