import { cleanText } from './clean-text.ts';
import {
  COLUMN_NAMES,
  type Field,
  LAST_RESORT,
  ORGANIZATION_NAMES,
  type OrganizationField,
} from './column-names.ts';

/** What a column holds: a text of the term, or what one organization says. */
export type Column =
  | { readonly field: Field }
  | { readonly field: OrganizationField; readonly organization: string };

type Known = { readonly field: Field; readonly rank: number };

const LAST = 1_000;

const FIELDS = new Map<string, Known>([
  ...keysOf(COLUMN_NAMES).flatMap((field) => ranked(field, COLUMN_NAMES[field])),
  ...ranked('term', LAST_RESORT.term, LAST),
  ...ranked('definition', LAST_RESORT.definition, LAST),
]);

const ORGANIZATION_FIELDS = new Map<string, OrganizationField>(
  keysOf(ORGANIZATION_NAMES).flatMap((field) =>
    ORGANIZATION_NAMES[field].map((name) => [name, field] as const),
  ),
);

/** The columns by their names; undefined where a name is not understood. */
export function columnsOf(names: readonly string[]): readonly (Column | undefined)[] {
  const known = withoutLastResorts(names.map((name) => FIELDS.get(plain(name))));
  const termAt = bestOf(known, 'term') ?? (known.some(isMeaning) && !known[0] ? 0 : undefined);
  const hasDefinition = known.some((one) => one?.field === 'definition');
  return names.map((name, at) => {
    if (at === termAt) return { field: 'term' };
    const { field, rank = 0 } = known[at] ?? {};
    if (!field) return organizationColumn(name);
    if (field === 'term') return rank < LAST ? { field: 'aliases' } : undefined;
    if (field === 'longForm') return { field: hasDefinition ? 'aliases' : 'definition' };
    return { field };
  });
}

/** The keys of a constant are those its type names: nothing can have added one. */
function keysOf<T extends object>(constant: T): readonly (keyof T)[] {
  return Object.keys(constant) as (keyof T)[];
}

function ranked(field: Field, names: readonly string[], from = 0) {
  return names.map((name, at) => [name, { field, rank: from + at }] as const);
}

function withoutLastResorts(known: readonly (Known | undefined)[]): readonly (Known | undefined)[] {
  const settled = new Set(known.flatMap((one) => (one && one.rank < LAST ? [one.field] : [])));
  return known.map((one) => (one && one.rank >= LAST && settled.has(one.field) ? undefined : one));
}

/** Whether the names are a header at all: a glossary may begin with its first term. */
export function isHeader(columns: readonly (Column | undefined)[]): boolean {
  const fields = columns.map((column) => column?.field);
  return (
    fields.includes('term') &&
    (columns.length === 1 || fields.some((field) => field === 'definition' || field === 'usage'))
  );
}

function bestOf(known: readonly (Known | undefined)[], field: Field): number | undefined {
  const [best] = known
    .flatMap((one, at) => (one?.field === field ? [{ at, rank: one.rank }] : []))
    .sort((a, b) => a.rank - b.rank);
  return best?.at;
}

function isMeaning(known: Known | undefined): boolean {
  return known?.field === 'definition' || known?.field === 'longForm';
}

/** `usage: Lantern`, or `Meaning (Lantern)`. */
function organizationColumn(name: string): Column | undefined {
  const text = cleanText(name);
  const colon = text.indexOf(':');
  const at = colon < 0 ? text.indexOf('(') : colon;
  if (at < 0 || (colon < 0 && !text.endsWith(')'))) return undefined;
  const field = ORGANIZATION_FIELDS.get(plain(text.slice(0, at)));
  const organization = cleanText(text.slice(at + 1, colon < 0 ? -1 : undefined));
  return field && organization ? { field, organization } : undefined;
}

/** “Scope_Note*” and “scopeNote” are `scope note`; “Définition” is `definition`. */
function plain(name: string): string {
  return name
    .slice(0, 200)
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
