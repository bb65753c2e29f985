/** The title of the canvas and of its bookmark. */
export const BOARD_TITLE = 'Agreed words';

export const NOTHING_AGREED = 'Nothing is agreed at the moment.';

export const HOW_TO_LOOK_UP =
  'Look up any word with `/glossary WORD`, or write `@common-ground glossary WORD` where you have no commands.';

export function andMore(count: number): string {
  return `… and ${count} more: \`/glossary list agreed\`, or \`@common-ground glossary list agreed\`.`;
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export function dayOf(instant: Date): string {
  return DAY.format(instant);
}
