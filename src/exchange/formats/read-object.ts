import { columnsOf } from './columns.ts';
import { type Draft, draft, type Reading } from './draft.ts';
import { gatherDraft, type Part } from './gather-draft.ts';
import { nestedParts } from './nested-parts.ts';
import { entriesOf, textsOf } from './plain-value.ts';

const CONTAINERS = ['terms', 'entries', 'glossary', 'concepts', 'items', 'data', 'rows'];

const NO_TERMS =
  'There is no list of terms in it. It should be a list like [{"term": "MOU", "definition": "…"}], or {"MOU": "…"}.';

/** What a JSON or YAML file says, whatever its outer shape. Objects may be maps: no key is special. */
export function readObject(value: unknown): Reading {
  const found = containedIn(value);
  if (Array.isArray(found)) return { drafts: found.map((item, at) => itemDraft(at + 1, item)) };
  const entries = entriesOf(found);
  if (!entries) return { problem: NO_TERMS };
  if (isRecord(entries)) return { drafts: [recordDraft(1, entries)] };
  return { drafts: entries.map(([term, said], at) => mapDraft(at + 1, term, said)) };
}

/** `{"terms": [ … ]}` is the list in it, whatever else is said around it. */
function containedIn(value: unknown): unknown {
  const entries = entriesOf(value);
  if (!entries || isRecord(entries)) return value;
  const inner = entries.find(([key, item]) => {
    const isNamed = CONTAINERS.includes(key.toLowerCase());
    const held = isNamed && !Array.isArray(item) ? entriesOf(item) : undefined;
    return isNamed && (isListOfTerms(item) || (held && !isRecord(held) && !hasDefinition(held)));
  });
  return inner ? inner[1] : value;
}

function isListOfTerms(item: unknown): boolean {
  return Array.isArray(item) && item.every((one) => one instanceof Object);
}

type Entries = readonly (readonly [string, unknown])[];

/** A glossary may define the words “term” and “definition”; then it has others too. */
function isRecord(entries: Entries): boolean {
  const columns = columnsOf(entries.map(([key]) => key));
  const fields = columns.map((column) => column?.field);
  return fields.includes('term') && fields.includes('definition') && !fields.includes(undefined);
}

function hasDefinition(entries: Entries): boolean {
  return columnsOf(entries.map(([key]) => key)).some((column) => column?.field === 'definition');
}

function itemDraft(line: number, item: unknown): Draft {
  if (Array.isArray(item)) {
    const [term = '', definition = ''] = item.map((one) => textsOf(one).join('\n'));
    return draft({ line, term, definition });
  }
  const entries = entriesOf(item);
  if (!entries) return draft({ line, term: textsOf(item).join(' '), fault: noShape(item) });
  const [only] = entries;
  const isPair = only && entries.length === 1 && columnsOf([only[0]])[0] === undefined;
  return isPair ? mapDraft(line, only[0], only[1]) : recordDraft(line, entries);
}

function noShape(item: unknown): string {
  return typeof item === 'string'
    ? 'There is no definition in it.'
    : 'This is no term: it should be an object with a term and a definition.';
}

function mapDraft(line: number, term: string, said: unknown): Draft {
  const entries = entriesOf(said);
  if (!entries) return draft({ line, term, definition: textsOf(said).join('\n') });
  return { ...recordDraft(line, [['term', term], ...entries.filter(([key]) => key !== 'term')]) };
}

function recordDraft(line: number, entries: Entries): Draft {
  const columns = columnsOf(entries.map(([key]) => key));
  const parts: readonly Part[] = entries.flatMap(([key, value], at): readonly Part[] => {
    const nested = nestedParts(key, value);
    if (nested) return nested;
    const column = columns[at];
    return column
      ? [{ column, value: Array.isArray(value) ? textsOf(value) : textsOf(value).join() }]
      : [];
  });
  return gatherDraft(line, parts);
}
