import type { Entry } from '../glossary/entry.ts';
import { normalize } from '../glossary/normalize.ts';
import { type TermContent, withChange } from '../glossary/term.ts';
import type { ReadRow, TermRecord } from './formats/term-record.ts';

export type RowKind = 'new' | 'changed' | 'same' | 'refused';

/** What would happen to one row of a file. */
export type PlannedRow = {
  readonly line: number;
  readonly kind: RowKind;
  readonly term: string;
  /** Why it is refused, or what is particular about it. */
  readonly reason?: string;
  readonly record?: TermRecord;
  readonly entry?: Entry;
  /** What would be put forward: the file's words over what stands. */
  readonly content?: TermContent;
};

/** A row as the preview keeps it. */
export type KeptRow = Pick<PlannedRow, 'line' | 'kind' | 'term' | 'reason' | 'record'> & {
  readonly termId: string | undefined;
  /** The newest version when the preview was made. */
  readonly seenVersion: number;
};

export type Ground = {
  readonly entries: readonly Entry[];
  readonly organizations: readonly { readonly id: string; readonly shortName: string }[];
};

const ROWS_OF_A_STEP = 200;

/**
 * Sorts the rows of a file against the glossary as it is. No two rows change the same term. It goes step
 * by step, so that others have their turn between two.
 */
export function* planImport(
  rows: readonly ReadRow[],
  ground: Ground,
): Generator<readonly PlannedRow[]> {
  const byText = new Map<string, Entry>();
  const preferredFor = new Map<string, string>();
  for (const [at, entry] of ground.entries.entries()) {
    if (at % ROWS_OF_A_STEP === 0) yield [];
    for (const label of entry.labels) {
      const key = normalize(label.text);
      if (!byText.has(key)) byText.set(key, entry);
      if (label.rating === 'preferred') preferredFor.set(key, entry.text);
    }
    byText.set(normalize(entry.text), entry);
  }
  const lineOf = new Map<string, number>();
  const preferredAt = new Map<string, number>();
  for (let at = 0; at < rows.length; at += ROWS_OF_A_STEP) {
    yield rows.slice(at, at + ROWS_OF_A_STEP).map(plan);
  }

  function plan(row: ReadRow): PlannedRow {
    if (!('record' in row)) return { ...row, kind: 'refused' };
    const planned = planRow(row.line, row.record, byText.get(normalize(row.record.term)), ground);
    return planned.kind === 'refused' ? planned : (clash(planned) ?? planned);
  }

  function clash(row: PlannedRow): PlannedRow | undefined {
    const key = row.entry?.id ?? normalize(row.term);
    const earlier = lineOf.get(key);
    if (earlier !== undefined) {
      return refused(row, `Line ${earlier} says the same term. Keep one of the two.`);
    }
    lineOf.set(key, row.line);
    if (row.kind === 'same' || row.content?.deprecated || !row.content) return undefined;
    const label = row.content.preferredLabel ?? row.entry?.text ?? row.term;
    const preferred = normalize(label);
    const holder = preferredFor.get(preferred);
    if (holder !== undefined && holder !== row.entry?.text) {
      return refused(
        row,
        `“${label}” is already the preferred word for “${holder}”, and one word can be preferred for one idea only.`,
      );
    }
    const other = preferredAt.get(preferred);
    if (other !== undefined) {
      return refused(row, `Line ${other} has “${label}” as its preferred word already.`);
    }
    preferredAt.set(preferred, row.line);
    return undefined;
  }
}

function planRow(
  line: number,
  record: TermRecord,
  entry: Entry | undefined,
  { organizations }: Ground,
): PlannedRow {
  const row = { line, term: record.term, record, ...(entry && { entry }) };
  if (entry?.isCollecting) {
    return refused(
      { ...row, kind: 'refused' },
      'Your organizations are comparing what they mean by it. Add your meaning with `/glossary define TERM = DEFINITION`.',
    );
  }
  if (!record.definition) {
    return refused(
      { ...row, kind: 'refused' },
      'It says what organizations mean by it, but not what all of you would agree on. Add a definition.',
    );
  }
  const named = [
    ...Object.keys(record.sayInstead ?? {}),
    ...(record.usages ?? []).map(({ organization }) => organization),
  ];
  const stranger = named.find((name) => !organizationIn(organizations, name));
  if (stranger !== undefined) {
    return refused(
      { ...row, kind: 'refused' },
      `“${stranger}” is no organization of this partnership. Their short names are in \`/partnership members\`.`,
    );
  }
  const standing = entry?.open?.content ?? entry?.agreed?.content;
  const content = withWords(standing, contentOf(record, organizations), record.status);
  if (!entry) return { ...row, kind: 'new', content };
  const isSame = standing !== undefined && shapeOf(standing) === shapeOf(content);
  return { ...row, kind: isSame ? 'same' : 'changed', content };
}

function refused(row: PlannedRow, reason: string): PlannedRow {
  const { content: _, ...rest } = row;
  return { ...rest, kind: 'refused', reason };
}

export function organizationIn<O extends { readonly shortName: string }>(
  organizations: readonly O[],
  name: string,
): O | undefined {
  const wanted = name.trim().toLowerCase();
  return organizations.find(({ shortName }) => shortName.toLowerCase() === wanted);
}

function contentOf(record: TermRecord, organizations: Ground['organizations']): TermContent {
  const { definition, preferredLabel, aliases, deprecatedLabels, scopeNote, example } = record;
  const { resolution, replacedBy, sayInstead, status } = record;
  const said = Object.entries(sayInstead ?? {}).map(
    ([name, words]) => [organizationIn(organizations, name)?.id ?? '', words] as const,
  );
  return {
    definition,
    ...(preferredLabel && { preferredLabel }),
    ...(aliases?.length && { aliases }),
    ...(deprecatedLabels?.length && { deprecatedLabels }),
    ...(scopeNote && { scopeNote }),
    ...(example && { example }),
    ...(resolution && { resolution }),
    ...(said.length > 0 && { sayInstead: Object.fromEntries(said) }),
    ...(status === 'deprecated' && { deprecated: true, ...(replacedBy && { replacedBy }) }),
  };
}

/** The file's words over what stands; a file that calls a retired term agreed brings it back. */
function withWords(
  standing: TermContent | undefined,
  words: TermContent,
  status: TermRecord['status'],
): TermContent {
  const isBack = status !== undefined && status !== 'deprecated';
  const change = isBack ? { ...words, deprecated: undefined, replacedBy: undefined } : words;
  return withChange(standing, change);
}

/** Equal for contents that say the same, whatever the order of their parts. */
function shapeOf(content: TermContent): string {
  const parts = Object.entries(content).filter(
    ([, value]) => value !== undefined && value !== false,
  );
  return JSON.stringify(
    parts.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    (_, value) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );
}

export type Counts = Readonly<Record<RowKind, number>>;

export function countsOf(rows: readonly { readonly kind: RowKind }[]): Counts {
  const counts = { new: 0, changed: 0, same: 0, refused: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return counts;
}
