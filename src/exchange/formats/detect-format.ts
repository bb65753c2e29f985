import { columnsOf } from './columns.ts';
import { headerDelimiter, sampleLines } from './delimiter.ts';
import { lineSeparatorOf } from './read-lines.ts';
import { isSkos } from './skos-node.ts';

export type ReadFormat = 'csv' | 'tsv' | 'yaml' | 'tbx' | 'json' | 'skos' | 'lines';

/** What a text is. What it looks like goes before what it is called, where it cannot be mistaken. */
export function detectFormat(text: string, fileName = ''): ReadFormat {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const head = text.slice(0, 5_000).trimStart();
  if (/^<[?!a-z]/i.test(head) && !isTable(extension)) return 'tbx';
  if (extension === 'jsonld') return 'skos';
  if (extension === 'yaml' || extension === 'yml') return 'yaml';
  if (/^[[{]/.test(head) && !isTable(extension)) {
    const json = parsedOrNothing(text);
    if (json !== undefined) return isSkos(json) ? 'skos' : 'json';
  }
  if (extension === 'json') return 'json';
  if (extension === 'tbx' || extension === 'xml') return 'tbx';
  return isTable(extension) ? tableFormat(text) : pastedFormat(text);
}

function isTable(extension: string): boolean {
  return extension === 'csv' || extension === 'tsv' || extension === 'tab';
}

function tableFormat(text: string): ReadFormat {
  const delimiter = headerDelimiter(text) ?? lineSeparatorOf(sampleLines(text));
  return delimiter === '\t' ? 'tsv' : 'csv';
}

function pastedFormat(text: string): ReadFormat {
  const delimiter = headerDelimiter(text);
  if (delimiter) return delimiter === '\t' ? 'tsv' : 'csv';
  const lines = sampleLines(text);
  if (isYaml(lines)) return 'yaml';
  const tabbed = lines.filter((line) => line.includes('\t'));
  if (tabbed.length * 2 >= lines.length && lines.length > 0) return 'tsv';
  const separator = lineSeparatorOf(lines);
  return separator === ';' || separator === ',' || isFramed(lines) ? 'csv' : 'lines';
}

/** A document start, a list of terms, or a known key at the beginning; “MOU: a paper” is a line. */
function isYaml(lines: readonly string[]): boolean {
  const first = lines.find((line) => !line.trimStart().startsWith('#')) ?? '';
  if (/^(?:---|%YAML)/.test(first)) return true;
  if (/^(?:terms|glossary|entries|concepts):\s*$/i.test(first)) return true;
  const key = /^\s*-\s+["']?([\p{L}_]{1,40})["']?:(?:\s|$)/u.exec(first)?.[1];
  return key !== undefined && columnsOf([key])[0] !== undefined;
}

function isFramed(lines: readonly string[]): boolean {
  return lines.every((line) => line.trimStart().startsWith('|'));
}

function parsedOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It is a bracket at the beginning of something else, or broken JSON: the name decides.
    return undefined;
  }
}
