import { Refusal } from '../refusal.ts';
import type { Line, Talk } from './line.ts';

const LONGEST_LINE = 4_000;

/** No talk reads what nobody types, so that a line keeps nobody else waiting. */
export function refuseLong(talk: Talk, { words }: Line): void {
  if (words.length <= LONGEST_LINE || talk.takesLong?.(words)) return;
  const [length, most] = [words.length, LONGEST_LINE].map((one) => one.toLocaleString('en'));
  throw new Refusal(
    'invalid',
    `That line has ${length} characters, and ${most} is the most that I read; nothing was changed. Write it shorter, or open the form, where each text has a place of its own: \`/glossary define\`. Many terms at once come as a file: \`/glossary import\`.`,
  );
}
