import { type BoardContent, type BoardTerm, letterOf, type RetiredTerm } from '../board-content.ts';
import { plainWords, strong } from './canvas-markdown.ts';
import { andMore, dayOf, HOW_TO_LOOK_UP, NOTHING_AGREED } from './words.ts';

/** Under Slack's 1 MiB even where every character takes three bytes. */
const CANVAS_LIMIT = 300_000;

/** So many words are found without letters above them. */
const WITHOUT_LETTERS = 20;

/** Everything that is agreed, as the markdown of a canvas: headings, paragraphs and lists only. */
export function canvasMarkdown({ agreed, retired }: BoardContent, limit = CANVAS_LIMIT): string {
  const withLetters = agreed.length > WITHOUT_LETTERS;
  const parts = [introduction(agreed.length)];
  let room = limit;
  let shown = 0;
  let heading: string | undefined;
  for (const term of withLetters ? byLetter(agreed) : agreed) {
    const letter = letterHeading(term);
    const isNext = withLetters && letter !== heading;
    const part = [...(isNext ? [letter] : []), termPart(term, withLetters ? 3 : 2)];
    room -= lengthOf(part);
    if (room < 0) break;
    parts.push(...part);
    heading = letter;
    shown += 1;
  }
  const gone = retired.map(retiredLine);
  const hasRoom = shown === agreed.length && room >= lengthOf(gone);
  if (hasRoom && gone.length > 0) parts.push('## Not used any more', gone.join('\n'));
  const left = agreed.length - shown + (hasRoom ? 0 : retired.length);
  return `${[...parts, ...(left > 0 ? [andMore(left)] : [])].join('\n\n')}\n`;
}

function letterHeading({ word }: BoardTerm): string {
  return `## ${letterOf(word) ?? 'Numbers and signs'}`;
}

/** Alphabets mix letters that have headings of their own, as O and Ø. */
function byLetter(terms: readonly BoardTerm[]): readonly BoardTerm[] {
  return [...Map.groupBy(terms, letterHeading).values()].flat();
}

function introduction(count: number): string {
  const lead = count ? 'What these words mean here, as every organization agreed.' : NOTHING_AGREED;
  return `${lead} Common Ground writes this page anew whenever that changes, so what is added by hand doesn’t stay. ${HOW_TO_LOOK_UP}`;
}

function termPart(term: BoardTerm, level: 2 | 3): string {
  const { definition, scopeNote, example, aliases, sayInstead, avoided } = term;
  const details = [
    ...sayInstead.map(
      ({ organization, words }) => `${plainWords(organization)} says ${strong(words)}`,
    ),
    ...(aliases.length > 0 ? [`Also: ${aliases.map(plainWords).join(', ')}`] : []),
    ...(avoided.length > 0 ? [`Please don’t say: ${avoided.map(plainWords).join(', ')}`] : []),
    ...(scopeNote ? [`Where it applies: ${plainWords(scopeNote)}`] : []),
    ...(example ? [`For example: ${plainWords(example)}`] : []),
    `Agreed on ${dayOf(term.agreedAt)}`,
  ];
  const list = details.map((detail) => `- ${detail}`).join('\n');
  return [`${'#'.repeat(level)} ${plainWords(term.word)}`, plainWords(definition), list].join(
    '\n\n',
  );
}

function retiredLine({ word, replacedBy }: RetiredTerm): string {
  return replacedBy ? `- ${strong(word)}: use ${strong(replacedBy)} instead` : `- ${strong(word)}`;
}

function lengthOf(parts: readonly string[]): number {
  return parts.reduce((length, part) => length + part.length + 2, 0);
}
