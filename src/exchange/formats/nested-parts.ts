import type { Part } from './gather-draft.ts';
import { entriesOf, textsOf } from './plain-value.ts';

/** What organizations say, where it is written as an object or a list; undefined for other keys. */
export function nestedParts(key: string, value: unknown): readonly Part[] | undefined {
  if (key === 'usages') {
    return Array.isArray(value)
      ? value.flatMap(usageParts)
      : entriesOf(value)?.flatMap(([organization, said]) =>
          usageParts(new Map([['organization', organization], ...sayingOf(said)])),
        );
  }
  if (key !== 'sayInstead') return undefined;
  return entriesOf(value)?.map(([organization, label]) => ({
    column: { field: 'sayInstead', organization },
    value: textsOf(label),
  }));
}

function sayingOf(said: unknown): readonly (readonly [string, unknown])[] {
  return entriesOf(said) ?? [['meaning', said]];
}

function usageParts(usage: unknown): readonly Part[] {
  const said = new Map(entriesOf(usage));
  const [organization = ''] = textsOf(said.get('organization'));
  const part = (field: 'usage' | 'relation', value: unknown): Part => ({
    column: { field, organization },
    value: textsOf(value),
  });
  return [part('usage', said.get('meaning')), part('relation', said.get('relation'))];
}
