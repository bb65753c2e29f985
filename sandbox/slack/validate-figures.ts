import { type Complaints, isObject } from './complaints.ts';
import type { Json } from './state.ts';

/** Blocks that draw: rich text, tables and charts. */
const richTypes = [
  'rich_text_section',
  'rich_text_list',
  'rich_text_quote',
  'rich_text_preformatted',
];

export function richTextRule(complaints: Complaints, at: string, block: Json): void {
  complaints.list(`${at}/elements`, block.elements, 1, 1000, (element, here) => {
    if (!isObject(element) || !richTypes.includes(String(element.type))) {
      complaints.add(`${here}/type`, `unsupported type: ${element?.type}`);
    }
  });
}

const TABLE_ROWS = 100;
const TABLE_CELLS = 20;

export function tableRule(complaints: Complaints, at: string, block: Json): void {
  complaints.list(`${at}/rows`, block.rows, 1, TABLE_ROWS, (row, here) => {
    complaints.list(here, row, 1, TABLE_CELLS);
  });
  if (block.column_settings !== undefined) {
    complaints.list(`${at}/column_settings`, block.column_settings, 0, TABLE_CELLS);
  }
}

const DATA_TABLE_ROWS = 101;
const DATA_TABLE_CHARACTERS = 10_000;

export function dataTableRule(complaints: Complaints, at: string, block: Json): void {
  complaints.string(`${at}/caption`, block.caption, 3000, 'needed');
  const rows = complaints.list(`${at}/rows`, block.rows, 2, DATA_TABLE_ROWS) as unknown[];
  const widths = new Set(rows.map((row) => (Array.isArray(row) ? row.length : -1)));
  if (widths.size > 1) complaints.add(`${at}/rows`, 'all rows must have the same length');
  const width = Math.max(...widths, 0);
  if (width > TABLE_CELLS)
    complaints.add(`${at}/rows`, `no more than ${TABLE_CELLS} columns allowed`);
  const header = Array.isArray(rows[0]) ? (rows[0] as Json[]) : [];
  if (header.some((cell) => cell?.type === 'rich_text')) {
    complaints.add(`${at}/rows/0`, 'header cells must not be rich_text');
  }
  const pageSize = Number(block.page_size ?? 5);
  if (pageSize < 1 || pageSize > 100) complaints.add(`${at}/page_size`, 'must be 1 to 100');
  const characters = (rows.flat() as Json[]).reduce(
    (sum, cell) => sum + String(cell?.text ?? '').length,
    0,
  );
  if (characters > DATA_TABLE_CHARACTERS) complaints.add(`${at}/rows`, 'too many characters');
}

export function chartRule(complaints: Complaints, at: string, block: Json): void {
  complaints.string(`${at}/title`, block.title, 50, 'needed');
  const chart = isObject(block.chart) ? block.chart : {};
  const here = `${at}/chart`;
  const type = String(chart.type);
  if (type === 'pie') pointsRule(complaints, `${here}/segments`, chart.segments, 6);
  else if (['bar', 'area', 'line'].includes(type)) seriesRule(complaints, here, chart);
  else complaints.add(`${here}/type`, `unsupported type: ${chart.type}`);
}

function seriesRule(complaints: Complaints, at: string, chart: Json): void {
  const axis = isObject(chart.axis_config) ? chart.axis_config : {};
  const path = `${at}/axis_config/categories`;
  const categories = complaints.list(path, axis.categories, 1, 1000, (category, here) =>
    complaints.string(here, category, 20, 'needed'),
  );
  complaints.string(`${at}/axis_config/x_label`, axis.x_label, 50);
  complaints.string(`${at}/axis_config/y_label`, axis.y_label, 50);
  const names = new Set<unknown>();
  complaints.list(`${at}/series`, chart.series, 1, 6, (series, here) => {
    complaints.string(`${here}/name`, series?.name, 50, 'needed');
    if (names.has(series?.name)) complaints.add(`${here}/name`, 'series names must be unique');
    names.add(series?.name);
    pointsRule(complaints, `${here}/data`, series?.data, 1000);
    const labels = Array.isArray(series?.data) ? series.data.map((it: Json) => it?.label) : [];
    if (labels.join('\n') !== categories.join('\n')) {
      complaints.add(`${here}/data`, 'labels must match the categories');
    }
  });
}

function pointsRule(complaints: Complaints, at: string, points: unknown, most: number): void {
  complaints.list(at, points, 1, most, (point, here) => {
    complaints.string(`${here}/label`, point?.label, 20, 'needed');
    if (typeof point?.value !== 'number') complaints.add(`${here}/value`, 'must be a number');
  });
}
