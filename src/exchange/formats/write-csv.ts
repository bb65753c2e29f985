import { joinLabels } from './label-list.ts';
import { safeCell } from './spreadsheet-cell.ts';
import type { TermRecord } from './term-record.ts';

type WrittenColumn = {
  readonly name: string;
  readonly textOf: (record: TermRecord) => string | undefined;
};

const COLUMNS: readonly WrittenColumn[] = [
  { name: 'Term', textOf: ({ term }) => term },
  { name: 'Definition', textOf: ({ definition }) => definition },
  { name: 'Status', textOf: ({ status }) => status },
  { name: 'Preferred label', textOf: ({ preferredLabel }) => preferredLabel },
  { name: 'Aliases', textOf: ({ aliases = [] }) => joinLabels(aliases) },
  {
    name: 'Deprecated labels',
    textOf: ({ deprecatedLabels = [] }) => joinLabels(deprecatedLabels),
  },
  { name: 'Scope note', textOf: ({ scopeNote }) => scopeNote },
  { name: 'Example', textOf: ({ example }) => example },
  { name: 'Resolution', textOf: ({ resolution }) => resolution },
  { name: 'Replaced by', textOf: ({ replacedBy }) => replacedBy },
];

/** RFC 4180, with the mark at the beginning without which Excel does not see that it is UTF-8. */
export function writeCsv(records: readonly TermRecord[]): string {
  const columns = [...COLUMNS, ...organizationsIn(records).flatMap(organizationColumns)];
  const rows = records.map((record) => columns.map(({ textOf }) => textOf(record) ?? ''));
  const lines = [columns.map(({ name }) => name), ...rows].map((cells) =>
    cells.map((cell) => quoted(safeCell(cell))).join(','),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function organizationsIn(records: readonly TermRecord[]): readonly string[] {
  const names = records.flatMap(({ usages = [], sayInstead = {} }) => [
    ...usages.map(({ organization }) => organization),
    ...Object.keys(sayInstead),
  ]);
  return [...new Set(names)].sort();
}

function organizationColumns(organization: string): readonly WrittenColumn[] {
  const usageIn = ({ usages = [] }: TermRecord) =>
    usages.find((usage) => usage.organization === organization);
  return [
    { name: `usage: ${organization}`, textOf: (record) => usageIn(record)?.meaning },
    { name: `relation: ${organization}`, textOf: (record) => usageIn(record)?.relation },
    {
      name: `say instead: ${organization}`,
      textOf: ({ sayInstead = {} }) =>
        Object.hasOwn(sayInstead, organization) ? sayInstead[organization] : undefined,
    },
  ];
}

function quoted(cell: string): string {
  return /[",;\t\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
