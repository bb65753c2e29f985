import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NOUNS } from '../../src/nouns.ts';
import type { Verb } from '../../src/slack/verbs/verb.ts';

const ROOT = join(import.meta.dirname, '../..');

const VERBS: readonly { readonly id: string; readonly fields: Verb['fields'] }[] = NOUNS.flatMap(
  ({ name, verbs, rows }) =>
    [...verbs, ...(rows?.verbs ?? [])].map(({ word, fields }) => ({
      id: `${name}.${word}`,
      fields,
    })),
);

/**
 * Every id that a button, a menu, a form or a shortcut of the bot can carry: each `ids.ts` lists its own, and
 * those of verbs are made of their nouns.
 */
export async function registeredIds(): Promise<readonly string[]> {
  const files = globSync('src/*/slack/ids.ts', { cwd: ROOT }).toSorted();
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(ROOT, file)).href) as Promise<object>),
  );
  const tables = modules.flatMap((exported) => Object.values(exported) as unknown[]);
  const listed = tables
    .filter((table) => typeof table === 'object' && table !== null)
    .flatMap((table) => Object.values(table as object) as unknown[])
    .filter((id) => typeof id === 'string');
  return [...listed, ...VERBS.map(({ id }) => id)];
}

const FIELD = /values\s*\.(?:text|list|day|fileIds)\('(\w+)'/g;

/** What the forms of the bot call their fields: as their answers are read. */
export function fieldNames(): readonly string[] {
  const files = globSync('src/*/slack/*.ts', { cwd: ROOT }).toSorted();
  const texts = files.map((file) => readFileSync(join(ROOT, file), 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(FIELD)].map(([, name = '']) => name));
  return [...new Set([...names, ...VERBS.flatMap(({ fields }) => Object.keys(fields))])];
}
