/** Lines that hold what the others may not see yet; the doors tell people to write them in private. */
const PRIVATE = new Set(['add', 'dates']);

/**
 * A line to copy, in code marks: `/partnership milestones move Pilot open = DATE`. One that must not stand in a
 * channel begins with two slashes, which `src/slack/wording.ts` fits to the door.
 */
export function lineFor(verb: string, title: string, rest?: string): string {
  const slashes = PRIVATE.has(verb) && rest ? '//' : '/';
  const words = [verb, title.replaceAll('`', ''), ...(rest ? ['=', rest] : [])].filter(Boolean);
  return `\`${slashes}partnership milestones ${words.join(' ')}\``;
}
