import { entriesOf, textsOf } from './plain-value.ts';

export const SKOS_NAMESPACE = 'http://www.w3.org/2004/02/skos/core#';
/** What a term has and SKOS has no property for. */
export const OWN_NAMESPACE = 'urn:x-common-ground:glossary#';

const NAMESPACES: readonly (readonly [namespace: string, prefix: string])[] = [
  [SKOS_NAMESPACE, ''],
  [OWN_NAMESPACE, 'own:'],
  ['http://purl.org/dc/terms/', 'dct:'],
  ['http://www.w3.org/2002/07/owl#', 'owl:'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf:'],
];

const PREFIXES = new Map([
  ['skos', SKOS_NAMESPACE],
  ['dct', 'http://purl.org/dc/terms/'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['owl', 'http://www.w3.org/2002/07/owl#'],
  ['rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
]);

export type NameOf = (key: string) => string;

/**
 * What a key of the file stands for: a bare name for SKOS, `own:` `dct:` `owl:` before others. Only the
 * context in the file is read. One that lies elsewhere is never fetched; then keys mean what they usually do.
 */
export function namesIn(context: unknown): NameOf {
  const terms = new Map(
    [context]
      .flat()
      .flatMap((part) => entriesOf(part) ?? [])
      .map(([key, value]) => [key, iriOf(value)] as const),
  );
  const known = new Map<string, string>();
  return (key) => {
    const name = known.get(key) ?? shortOf(expanded(key, terms));
    known.set(key, name);
    return name;
  };
}

function iriOf(definition: unknown): string {
  const id = entriesOf(definition)?.find(([key]) => key === '@id')?.[1] ?? definition;
  return textsOf(id)[0] ?? '';
}

/** A name may stand for `skos:prefLabel`, and its prefix for an address: two steps, and no circle. */
function expanded(key: string, terms: ReadonlyMap<string, string>): string {
  const name = terms.get(key) || key;
  const colon = name.indexOf(':');
  if (colon < 0) return terms.has(key) ? name : `${terms.get('@vocab') || SKOS_NAMESPACE}${name}`;
  const prefix = name.slice(0, colon);
  const namespace = terms.get(prefix) || PREFIXES.get(prefix);
  return namespace ? namespace + name.slice(colon + 1) : name;
}

function shortOf(iri: string): string {
  const found = NAMESPACES.find(([namespace]) => iri.startsWith(namespace));
  return found ? found[1] + iri.slice(found[0].length) : iri;
}
