import { type Moment, oneOf, type ReadDate } from './reading.ts';

/** What stands between the two ends of a range, or between two days to choose from. */
const BETWEEN =
  / (?:to|and|or|through|until|bis(?: zum)?|und|oder|au|à|et|ou|y|o|a|e|tot|en|of) | ?[–—-] ?/giu;
const OPENING = /^(?:between|from|zwischen|vom|von|entre(?: le)?|du|del?|tussen|tra|either) /iu;
const LONE_DAY = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?$/i;
const YEAR_AT_END = /,? \d{4}$/;

/** Both ends, since nobody but the speaker knows which of them is meant. */
export function rangeIn(
  text: string,
  moment: Moment,
  read: (text: string) => ReadDate | undefined,
): ReadDate | undefined {
  const inner = text.replace(OPENING, '');
  for (const joint of inner.matchAll(BETWEEN)) {
    const left = inner.slice(0, joint.index);
    const right = inner.slice(joint.index + joint[0].length);
    for (const [a, b] of completed(left, right)) {
      const ends = [read(a), read(b)];
      const days = ends.flatMap((end) => (end?.kind === 'date' ? [end.on] : []));
      const [first] = days;
      if (first && ends.every((end) => end && end.kind !== 'unclear')) {
        return days.length > 1
          ? oneOf(days, moment, false)
          : { kind: 'date', on: first, isExact: false };
      }
      const isOver = ends.every((end) => end?.kind === 'past' || end?.kind === 'future');
      if (isOver) return ends.at(-1);
    }
  }
  return undefined;
}

/** `3` and `5 March 2027`, `March 3` and `5, 2027`: what is said once holds for both. */
function completed(left: string, right: string): readonly (readonly [string, string])[] {
  const [, loneLeft] = LONE_DAY.exec(left) ?? [];
  if (loneLeft) return [[right.replace(/\d{1,2}/, loneLeft), right]];
  const [year = ''] = YEAR_AT_END.exec(right) ?? [];
  const dated = YEAR_AT_END.test(left) ? left : `${left}${year}`;
  const isLone = LONE_DAY.test(right.replace(YEAR_AT_END, ''));
  const monthFirst = /^(\D+)\d{1,2}\D*$/.exec(left)?.[1];
  return isLone && monthFirst
    ? [[dated, `${monthFirst}${right}`]]
    : [
        [dated, right],
        [left, right],
      ];
}
