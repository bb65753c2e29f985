import { cleanRecord } from './clean-record.ts';
import { cleanText } from './clean-text.ts';
import type { TermRecord } from './term-record.ts';
import { writeCsv } from './write-csv.ts';
import { writeJson } from './write-json.ts';
import { writeSkos } from './write-skos.ts';
import { writeTbx } from './write-tbx.ts';

export type WriteFormat = 'csv' | 'json' | 'tbx' | 'skos';

/** `on` is the day of the export, as an ISO date. */
export type About = { readonly partnershipName: string; readonly on: string };

export type WrittenGlossary = {
  readonly fileName: string;
  readonly mimeType: string;
  readonly text: string;
};

type Writer = (records: readonly TermRecord[], about: About) => string;

const WRITERS: Readonly<
  Record<WriteFormat, { readonly write: Writer; readonly extension: string; readonly type: string }>
> = {
  csv: { write: writeCsv, extension: 'csv', type: 'text/csv; charset=utf-8' },
  json: { write: writeJson, extension: 'json', type: 'application/json' },
  tbx: { write: writeTbx, extension: 'tbx', type: 'application/xml' },
  skos: { write: writeSkos, extension: 'jsonld', type: 'application/ld+json' },
};

/** The file to send; `readGlossary` reads every one of them back. */
export function writeGlossary(
  records: readonly TermRecord[],
  format: WriteFormat,
  about: About,
): WrittenGlossary {
  const { write, extension, type } = WRITERS[format];
  const partnershipName = cleanText(about.partnershipName);
  return {
    fileName: `${fileWord(partnershipName)}-glossary-${about.on}.${extension}`,
    mimeType: type,
    text: write(records.map(cleanRecord), { partnershipName, on: about.on }),
  };
}

/** A name that every file system takes. */
function fileWord(name: string): string {
  const word = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');
  return word || 'partnership';
}
