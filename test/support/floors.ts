import { basename } from 'node:path';

/* On which floor of the house a file stands, by its name and its text. */

export type Floor =
  | 'rules'
  | 'use case'
  | 'store'
  | 'view'
  | 'listener'
  | 'job'
  | 'shared'
  | 'program'
  | 'main';

export const SHARED_FOLDERS = ['slack', 'schedule', 'database', 'charts'];
const ROOT_SHARED = [
  'facts.ts',
  'config.ts',
  'context.ts',
  'refusal.ts',
  'log.ts',
  'metrics.ts',
  'start-fault.ts',
];

/** `path` within `src`. */
export type SourceFile = { readonly path: string; readonly text: string };

export function floorOf({ path, text }: SourceFile): Floor {
  const [folder = '', ...rest] = path.split('/');
  const name = basename(path);
  if (rest.length === 0) return ROOT_SHARED.includes(name) ? 'shared' : 'main';
  if (SHARED_FOLDERS.includes(folder)) return 'shared';
  if (rest[0] === 'slack' || rest[0] === 'http')
    return /^(listeners|talk|[a-z]+-talk|[a-z]+-listeners)\.ts$/.test(name) ? 'listener' : 'view';
  if (/^([a-z]+-)?store\.ts$/.test(name)) return 'store';
  if (/^(hears|([a-z]+-)?jobs)\.ts$/.test(name)) return 'job';
  if (/-(process|thread)\.ts$/.test(name)) return 'program';
  if (name === 'agreeable.ts') return 'use case';
  const verb = name
    .replace('.ts', '')
    .replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const isVerb = new RegExp(`export (async )?function ${verb}\\b`).test(text);
  const acts = /\bPromise<|\bContext\b/.test(text);
  return acts && (isVerb || /\bContext\b/.test(text)) ? 'use case' : 'rules';
}
