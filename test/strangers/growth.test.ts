import { describe, expect, test } from 'vitest';
import { drawable } from '../../src/charts/label.ts';
import { digestTimeIn } from '../../src/digest/digest-turn.ts';
import { readGlossary } from '../../src/exchange/formats/read-glossary.ts';
import { createLexicon, usesIn, withoutTerms } from '../../src/explaining/lexicon.ts';
import { acronymsIn } from '../../src/glossary/acronyms.ts';
import { comparable } from '../../src/glossary/conflict.ts';
import { checkDefinition } from '../../src/glossary/definition-check.ts';
import { expansionIn } from '../../src/glossary/expansion.ts';
import { looseKeys, normalize } from '../../src/glossary/normalize.ts';
import { isSameMeaning, termFault } from '../../src/glossary/term.ts';
import { daySpansIn, hoursIn, weekIn } from '../../src/hours/hours-in-words.ts';
import { meetingWordsIn, timeIn } from '../../src/meetings/meeting-words.ts';
import { moveIn, moveReasonIn } from '../../src/milestones/forecast.ts';
import { readLeadTime } from '../../src/milestones/lead-time.ts';
import { normalizeTitle } from '../../src/milestones/milestone.ts';
import { nearTitles } from '../../src/milestones/near-titles.ts';
import { readSteps } from '../../src/milestones/steps.ts';
import { plainWords } from '../../src/noticeboard/slack/canvas-markdown.ts';
import { descriptionFault, domainsIn, tidy } from '../../src/partnerships/description.ts';
import { shortNameOf } from '../../src/partnerships/partnership.ts';
import { cut, cutMarkup } from '../../src/slack/limits.ts';
import { firstWord, parseLine } from '../../src/slack/line.ts';
import { inert, quote, typed } from '../../src/slack/mrkdwn.ts';
import { wordedFor } from '../../src/slack/wording.ts';
import { findDate, readDate } from '../../src/time/dates/read-date.ts';

/*
 * What reads the words of strangers takes time that is linear in them: twice the text takes twice the
 * time. It is measured in the processor's time of this thread, so that a busy machine changes little.
 */

type Parser = (text: string) => unknown;

const WORDS = ['MOU', 'memorandum of understanding', 'first appointment', 'R&D', 'U.S.', 'a'];
const LEXICON = createLexicon(
  WORDS.map((text, at) => ({ termId: String(at), text, rating: 'preferred' as const })),
);
const SPEAKER = {
  now: new Date('2026-11-24T15:00:00Z'),
  timeZone: 'America/Chicago',
  locale: 'de-DE',
};

const PARSERS: Readonly<Record<string, Parser>> = {
  'a line': (text) => parseLine(text, ['glossary'], { talk: 'partnership', words: ['timeline'] }),
  'a line with mentions': (text) => parseLine(`<@U0BOT>${text}`, ['glossary']),
  'the first word': firstWord,
  'what was typed': typed,
  'inert text': inert,
  'a quote': quote,
  'a text that is cut': (text) => cut(text, text.length - 3),
  'markup that is cut': (text) => cutMarkup(text, text.length - 3),
  'the words of a door': (text) => wordedFor('mention', { text }),
  'text on a canvas': plainWords,
  'text in a picture': drawable,
  'hours of a day': (text) => hoursIn(`18${text}`),
  'a week': weekIn,
  'a list of days': daySpansIn,
  meetings: (text) => meetingWordsIn(`council = ${text}`),
  'a meeting at a time': (text) => meetingWordsIn(`council = 1 May at 1${text}`),
  'a meeting without a day': meetingWordsIn,
  'a time of day': timeIn,
  'the steps of a plan': readSteps,
  'a lead time': readLeadTime,
  'a move': moveIn,
  'a reason': moveReasonIn,
  'a date': (text) => readDate(text, SPEAKER),
  'a text with a date': (text) => findDate(text, SPEAKER),
  'a title': normalizeTitle,
  'the nearest title': (text) => nearTitles(text, [{ title: 'Pilot open in three places' }]),
  'when a digest comes': (text) => digestTimeIn(`tue${text}`),
  'the name of an organization': shortNameOf,
  'a description': (text) => descriptionFault({ name: tidy(text), timeZone: text }),
  'e-mail domains': (text) => descriptionFault({ emailDomains: domainsIn(text) }),
  'a term': (text) => [termFault(text), looseKeys(normalize(text))],
  'a definition': (text) => checkDefinition('first appointment', text, WORDS),
  'the same meaning': (text) => isSameMeaning(text, `${text}x`),
  'meanings that are compared': comparable,
  'long forms': expansionIn,
  acronyms: acronymsIn,
  'terms in a text': (text) => usesIn(text, LEXICON),
  'a text without its terms': (text) => withoutTerms(text, LEXICON, new Set(['0'])),
};

/** Every sign that some parser takes for its own. */
const SHAPES: readonly string[] = [
  ...[
    ' ',
    '\n',
    '\t',
    '=',
    ',',
    ';',
    ':',
    '-',
    '.',
    '/',
    '|',
    '"',
    '<',
    '>',
    '&',
    '@',
    '`',
    '(',
    '#',
  ],
  ...[
    'x',
    '1',
    'é',
    '…',
    '😀',
    '\u200B',
    'A.',
    'a ',
    '1 ',
    '1-',
    "'s ",
    '. ',
    '*_',
    '<@U1|',
    '&lt;',
  ],
  ...['because ', ' papers 1', ' at 1', ' to ', 'and ', 'mon,', '1 may, ', 'MOU ', 'a=b\n', '```'],
];

/** The files that people bring in, by their names; what is pasted has none. */
const READERS: Readonly<Record<string, Parser>> = {
  'what is pasted': (text) => readGlossary(text),
  'pasted lines': (text) => readGlossary(`MOU = x\n${text}`),
  'a table of commas': (text) => readGlossary(`Term,Definition\n${text}`, 'a.csv'),
  'a table of tabs': (text) => readGlossary(text, 'a.tsv'),
  'a table in Markdown': (text) => readGlossary(`|Term|Definition|\n|---|---|\n${text}`),
  'a cell of labels': (text) =>
    readGlossary(`Term,Definition,Aliases\nMOU,x,"${text.replaceAll('"', '""')}"`, 'a.csv'),
  'a JSON file': (text) => readGlossary(`[${JSON.stringify({ term: text, definition: text })}]`),
  'a TBX file': (text) => readGlossary(text, 'a.tbx'),
};

const READ_SHAPES = ' \n|=|a=b\n|,|;|"|"a";|x|…|- a\n|<a>|<|[|a\nb,c\n'.split('|').concat('|');

const SIZE = 8_000;
/** Four times the text: what is tried anew from each character takes sixteen times as long. */
const TIMES = 4;
const MOST_GROWTH = 9;
/** The clock of a thread has steps: what is shorter counts as this. */
const NOISE_MS = 8;
const TRIES = 5;

function spent(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/** What is wrong with how a parser grows, in each of the tries; undefined once it was well. */
function faultOf(parse: Parser, unit: string): string | undefined {
  const textOf = (length: number) => `${unit.repeat(Math.ceil(length / unit.length))}\u0001x`;
  let fault: string | undefined;
  parse(textOf(SIZE / 4));
  for (let tried = 0; tried < TRIES; tried += 1) {
    const once = spent(() => parse(textOf(SIZE)));
    const more = spent(() => parse(textOf(TIMES * SIZE)));
    if (more <= MOST_GROWTH * Math.max(once, NOISE_MS)) return undefined;
    fault = `${JSON.stringify(unit)}: ${once.toFixed(1)} ms, and ${more.toFixed(1)} ms for ${TIMES} times as much`;
  }
  return fault;
}

function faultsOf(parse: Parser, shapes: readonly string[]): readonly string[] {
  return shapes.flatMap((unit) => faultOf(parse, unit) ?? []);
}

describe('more text takes as much more time', () => {
  test.each(Object.entries(PARSERS))('%s', (_, parse) => {
    expect(faultsOf(parse, SHAPES)).toEqual([]);
  });

  test.each(Object.entries(READERS))('%s', (_, read) => {
    expect(faultsOf(read, READ_SHAPES)).toEqual([]);
  });

  test('is not said of a pattern that is tried anew from each character', () => {
    const parse: Parser = (text) => /\s+papers$/.test(text.slice(0, text.length / 2));
    expect(faultOf(parse, ' ')).toContain('times as much');
  });
});
