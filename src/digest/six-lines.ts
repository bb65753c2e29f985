import { type DigestLine, SLOTS, type Slot } from './digest-line.ts';

const MOST_LINES = 6;
const MOST_NAMES = 3;

/**
 * The digest’s lines: what is the reader’s own first, then the others’ by what they are about. Every kind
 * of thing that there is has a place, so that nothing loud crowds out a closure, a good thing or the
 * question. What does not fit by itself is named in the line of its kind.
 */
export function sixLines(lines: readonly DigestLine[]): readonly DigestLine[] {
  return placesOf(lines).map(told);
}

/** The slots that share a place where room is short, in the order in which they are read. */
const TOGETHER: readonly (readonly Slot[])[] = [
  ['late', 'at_risk'],
  ['due', 'moved', 'waiting'],
  ['agreed', 'good'],
  ['closures'],
  ['question'],
];

/** Of these, several make one line in any case: they ask nothing of anybody. */
const QUIET: readonly Slot[] = ['agreed', 'good'];

type Place = readonly DigestLine[];

function placesOf(lines: readonly DigestLine[]): readonly Place[] {
  const mine = lines.filter(({ isMine }) => isMine).toSorted((a, b) => b.weight - a.weight);
  const others = TOGETHER.map((slots) =>
    lines
      .filter(({ isMine, slot }) => !isMine && slots.includes(slot))
      .toSorted((a, b) => SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot) || b.weight - a.weight),
  ).filter((group) => group.length > 0);
  let room = MOST_LINES - others.length - (mine.length > 0 ? 1 : 0);
  const split = (group: Place, cutOf: (group: Place) => number | undefined): readonly Place[] => {
    const cut = room > 0 ? cutOf(group) : undefined;
    if (!cut) return [group];
    room -= 1;
    return [group.slice(0, cut), ...split(group.slice(cut), cutOf)];
  };
  const own = mine.length > 0 ? split(mine, firstAlone) : [];
  const bySlot = others.flatMap((group) => split(group, slotEnd));
  return [...own, ...bySlot.flatMap((group) => split(group, firstAlone))];
}

/** Where the next slot begins. */
function slotEnd(group: readonly DigestLine[]): number | undefined {
  const end = group.findIndex(({ slot }) => slot !== group[0]?.slot);
  return end > 0 ? end : undefined;
}

function firstAlone([first, ...rest]: Place): number | undefined {
  return first && rest.length > 0 && !(QUIET.includes(first.slot) && !first.isMine) ? 1 : undefined;
}

/** The lines of one place as one. Each slot begins with a sentence; its others are named after that. */
function told(place: Place): DigestLine {
  const [first, ...rest] = place;
  if (!first) throw new RangeError('a place without lines');
  if (rest.length === 0) return first;
  const leads = first.isMine ? [first] : firstsOfSlots(place);
  const sentences = leads.flatMap((lead) => {
    const others = rest.filter((one) => !leads.includes(one));
    const same = first.isMine ? others : others.filter(({ slot }) => slot === lead.slot);
    return [lead.text, ...alsoWords(same)];
  });
  return {
    ...first,
    text: sentences.join(' '),
    ...(place.some(({ isPrivate }) => isPrivate) && { isPrivate: true }),
    // Beside several sentences a button would not say which of them it is about.
    ...(leads.length > 1 && { buttons: [] }),
  };
}

function firstsOfSlots(lines: readonly DigestLine[]): readonly DigestLine[] {
  return [...new Map(lines.toReversed().map((line) => [line.slot, line])).values()].toReversed();
}

/** `Also red: *A*, *B*.` */
function alsoWords(lines: readonly DigestLine[]): readonly string[] {
  const folds = lines.flatMap(({ fold }) => fold ?? []);
  const kinds = Map.groupBy(folds, ({ as }) => as);
  return [...kinds].map(([as, named]) => {
    const names = named.slice(0, MOST_NAMES).map(({ name }) => name);
    const more = named.length - names.length;
    return `Also ${as}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  });
}
