import { entriesOf, textsOf } from './plain-value.ts';
import { type NameOf, namesIn } from './skos-names.ts';

export type SkosNode = {
  readonly id: string;
  readonly types: readonly string[];
  readonly values: ReadonlyMap<string, readonly unknown[]>;
};

export type Literal = { readonly text: string; readonly language: string };

/** Every node of a document: in `@graph`, in a list, or one alone; concepts inside of others too. */
export function nodesIn(document: unknown, names: NameOf): readonly SkosNode[] {
  const found: SkosNode[] = [];
  const waiting: unknown[] = [document];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const entries = entriesOf(value);
    if (entries) found.push(nodeOf(entries, names));
    const inner = Array.isArray(value)
      ? value
      : (entries ?? []).filter(([key]) => key !== '@context').map(([, item]) => item);
    for (const item of inner.toReversed()) if (item instanceof Object) waiting.push(item);
  }
  return found;
}

export function isSkos(document: unknown): boolean {
  const nodes = Array.isArray(document) ? document.slice(0, 20) : [document];
  return nodes.some((node) =>
    ['@context', '@graph', '@id', '@type'].some((key) => valueAt(node, key) !== undefined),
  );
}

/** The texts of a property: plain, in a language map, or as an object with a value. */
export function literalsOf(node: SkosNode, name: string): readonly Literal[] {
  return (node.values.get(name) ?? []).flatMap((value) => literals(value));
}

/** The nodes that are the values of a property. */
export function innerNodes(node: SkosNode, name: string, names: NameOf): readonly SkosNode[] {
  return (node.values.get(name) ?? []).flatMap((value) => {
    const entries = entriesOf(value);
    return entries ? [nodeOf(entries, names)] : [];
  });
}

export function namesOfDocument(document: unknown): NameOf {
  return namesIn(valueAt(document, '@context'));
}

function nodeOf(entries: readonly (readonly [string, unknown])[], names: NameOf): SkosNode {
  const values = new Map<string, readonly unknown[]>();
  let id = '';
  let types: readonly string[] = [];
  for (const [key, value] of entries) {
    const name = key.startsWith('@') ? key : names(key);
    if (name === '@id' || name === 'id') id = textsOf(value)[0] ?? '';
    if (name === '@type' || name === 'type' || name === 'rdf:type')
      types = textsOf(value).map(names);
    values.set(name, [...(values.get(name) ?? []), ...[value].flat()]);
  }
  return { id, types, values };
}

function literals(value: unknown): readonly Literal[] {
  const entries = entriesOf(value);
  if (!entries) return textsOf(value).map((text) => ({ text, language: '' }));
  const said = new Map(entries);
  const plain = said.get('@value') ?? said.get('rdf:value') ?? said.get('value');
  if (plain !== undefined) {
    const language = textsOf(said.get('@language') ?? said.get('language'))[0] ?? '';
    return textsOf(plain).map((text) => ({ text, language }));
  }
  return entries
    .filter(([key]) => /^(?:[a-z]{2,3}(?:-[a-z0-9]+)*|@none)$/i.test(key))
    .flatMap(([key, inner]) =>
      textsOf(inner).map((text) => ({ text, language: key === '@none' ? '' : key })),
    );
}

function valueAt(node: unknown, key: string): unknown {
  return entriesOf(node)?.find(([name]) => name === key)?.[1];
}
