import { cleanText } from './clean-text.ts';
import {
  COLUMN_NAMES,
  type Field,
  ORGANIZATION_NAMES,
  type OrganizationField,
} from './column-names.ts';

/** What a column holds: a text of the term, or what one organization says. */
export type Column =
  | { readonly field: Field }
  | { readonly field: OrganizationField; readonly organization: string };

type Known = { readonly field: Field; readonly rank: number };

const FIELDS = new Map<string, Known>(
  (Object.keys(COLUMN_NAMES) as Field[]).flatMap((field) =>
    COLUMN_NAMES[field].map((name, rank) => [name, { field, rank }] as const),
  ),
);

const ORGANIZATION_FIELDS = new Map<string, OrganizationField>(
  (Object.keys(ORGANIZATION_NAMES) as OrganizationField[]).flatMap((field) =>
    ORGANIZATION_NAMES[field].map((name) => [name, field] as const),
  ),
);

/** The columns by their names; undefined where a name is not understood. */
export function columnsOf(names: readonly string[]): readonly (Column | undefined)[] {
  const known = names.map((name) => FIELDS.get(plain(name)));
  const termAt = bestOf(known, 'term') ?? (known.some(isMeaning) && !known[0] ? 0 : undefined);
  const hasDefinition = known.some((one) => one?.field === 'definition');
  return names.map((name, at) => {
    if (at === termAt) return { field: 'term' };
    const field = known[at]?.field;
    if (!field) return organizationColumn(name);
    if (field === 'term') return { field: 'aliases' };
    if (field === 'longForm') return { field: hasDefinition ? 'aliases' : 'definition' };
    return { field };
  });
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
