import {
  type Document,
  isCollection,
  isMap,
  type ParsedNode,
  parseAllDocuments,
  visit,
} from 'yaml';
import type { Reading } from './draft.ts';
import { NESTING_LIMIT, TOO_NESTED, YAML_LIMIT } from './limits.ts';
import { readObject } from './read-object.ts';

const ALIASES_LIMIT = 100;

const TOO_MANY_ALIASES = `This YAML repeats parts of itself (with * and &) more than ${ALIASES_LIMIT} times. Write those parts out, or send the glossary as CSV.`;

const TOO_LARGE = `YAML of more than ${YAML_LIMIT / 1_000_000} MB takes too long to read. Send the glossary as CSV or JSON.`;

/** A list of terms, or terms and their definitions. Every value is text: nothing in it is a date or a number. */
export function readYaml(text: string): Reading {
  if (text.length > YAML_LIMIT) return { problem: TOO_LARGE };
  const parsed = parseYaml(text);
  return 'problem' in parsed ? parsed : readObject(parsed.value);
}

type Parsed = { readonly value: unknown } | { readonly problem: string };

function parseYaml(text: string): Parsed {
  try {
    const found = parseAllDocuments(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      stringKeys: true,
      logLevel: 'silent',
      // A pretty error looks through the file, and a file may have an error at each character.
      prettyErrors: false,
    });
    const documents = 'empty' in found ? [] : found.filter(({ contents }) => contents !== null);
    const error = documents.flatMap(({ errors }) => errors)[0];
    if (error?.code === 'RESOURCE_EXHAUSTION') return { problem: TOO_NESTED };
    if (error) return { problem: mistake(text.slice(0, error.pos[0]).split('\n').length) };
    const excess = excessOf(documents);
    if (excess) return { problem: excess };
    const values = documents.map(valueIn).filter((value) => value !== '');
    return { value: values.length === 1 ? values[0] : values.flat() };
  } catch (error) {
    // The stack ends what nests without end, and the parser what repeats itself without end.
    if (error instanceof RangeError) return { problem: TOO_NESTED };
    return { problem: error instanceof ReferenceError ? TOO_MANY_ALIASES : mistake(undefined) };
  }
}

/** What would unfold into far more than was written. */
function excessOf(documents: readonly Document.Parsed[]): string | undefined {
  let aliases = 0;
  let isTooNested = false;
  for (const document of documents) {
    visit(document, {
      Alias() {
        aliases += 1;
      },
      Collection(_, __, path) {
        if (path.filter(isCollection).length < NESTING_LIMIT) return undefined;
        isTooNested = true;
        return visit.BREAK;
      },
    });
  }
  if (isTooNested) return TOO_NESTED;
  return aliases > ALIASES_LIMIT ? TOO_MANY_ALIASES : undefined;
}

function valueIn(document: Document.Parsed): unknown {
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && node.type === 'PLAIN' && /^(?:~|null)$/i.test(`${node.value}`)) {
        node.value = '';
      }
    },
  });
  // The parser counts the part itself among its repetitions.
  const options = { mapAsMap: true, maxAliasCount: ALIASES_LIMIT + 1 };
  const value: unknown = document.toJS(options);
  const items = isMap<ParsedNode, ParsedNode | null>(document.contents)
    ? document.contents.items
    : [];
  // The same term twice is two rows, so that the second can be spoken of.
  return value instanceof Map && value.size < items.length
    ? items.map((pair) => new Map([[`${pair.key}`, pair.value?.toJS(document, options) ?? '']]))
    : value;
}

function mistake(line: number | undefined): string {
  return `This YAML has a mistake${line ? ` in line ${line}` : ''}. Look at the spaces at the beginning of the lines, and put quotation marks around texts that contain a colon; or send the glossary as CSV.`;
}
