import type { Rating } from '../glossary/entry.ts';
import { createScanner, type Hit, type Scanner } from '../glossary/scanner.ts';
import { isAfterNumber } from '../glossary/spotting.ts';

type KnownLabel = { readonly termId: string; readonly text: string; readonly rating: Rating };

/** The spellings of a glossary, ready to be looked for. */
export type Lexicon = { readonly labels: readonly KnownLabel[]; readonly scanner: Scanner };

/** A term that a text uses. */
export type Use = {
  readonly termId: string;
  /** The spellings in the text that should not be used for it any more. */
  readonly avoided: readonly string[];
};

const RATINGS: readonly Rating[] = ['preferred', 'admitted', 'superseded', 'deprecated'];

/** Of terms that share a spelling, the one that prefers it comes first. */
export function createLexicon(known: readonly KnownLabel[]): Lexicon {
  const labels = known.toSorted((a, b) => RATINGS.indexOf(a.rating) - RATINGS.indexOf(b.rating));
  const scanner = createScanner(labels.map(({ text }, at) => ({ text, id: String(at) })));
  return { labels, scanner };
}

/** The terms that a text uses, in order of appearance, each once. */
export function usesIn(text: string, lexicon: Lexicon): readonly Use[] {
  const uses = new Map<string, Set<string>>();
  for (const hit of hitsIn(text, lexicon)) {
    for (const { termId, text: label, rating } of labelsOf(hit, lexicon, text)) {
      const avoided = uses.get(termId) ?? new Set<string>();
      if (rating === 'deprecated') avoided.add(label);
      uses.set(termId, avoided);
    }
  }
  return [...uses].map(([termId, avoided]) => ({ termId, avoided: [...avoided] }));
}

/** The text with these terms struck out. */
export function withoutTerms(text: string, lexicon: Lexicon, termIds: ReadonlySet<string>): string {
  let rest = '';
  let at = 0;
  for (const hit of hitsIn(text, lexicon)) {
    if (!labelsOf(hit, lexicon, text).some(({ termId }) => termIds.has(termId))) continue;
    rest += `${text.slice(at, hit.start)}${'x'.repeat(hit.end - hit.start)}`;
    at = hit.end;
  }
  return rest + text.slice(at);
}

function hitsIn(text: string, lexicon: Lexicon): readonly Hit[] {
  return lexicon.scanner
    .scan(text)
    .filter(({ start, end }) => {
      const isTimeOfDay = /^[ap]\.?m\.?$/i.test(text.slice(start, end));
      return !(isTimeOfDay && isAfterNumber(text, start));
    })
    .filter((hit) => labelsOf(hit, lexicon, text).length > 0);
}

function labelsOf(hit: Hit, { labels }: Lexicon, text: string): readonly KnownLabel[] {
  const written = text.slice(hit.start, hit.end);
  return hit.ids
    .map((id) => labels[Number(id)])
    .filter((label) => label !== undefined)
    .filter((label) => !isEverydayWord(written, label.text));
}

/** `it` is no `IT`, and `us` no `US`; `poc` may well be the `POC`. */
function isEverydayWord(written: string, label: string): boolean {
  const isInCapitals = (word: string) => word === word.toUpperCase();
  return isInCapitals(label) && !isInCapitals(written) && EVERYDAY.has(written.toLowerCase());
}

const EVERYDAY: ReadonlySet<string> = new Set(
  'act add age aid aim all am an and any are as ask at bad be best big but by can case chat did do end far fast few fit for free from get go good had has he her here him his home hot how i if in is it its just key lead less let like lot made make map may me more most must my need new next no nor not now of off old on one open or our out own part pay per plan run safe said say see set she smart so some start step such sum tap team than that the them then they this to too top try two up us use was way we well were who why win with work yes yet you your'.split(
    ' ',
  ),
);
