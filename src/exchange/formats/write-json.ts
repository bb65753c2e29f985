import type { TermRecord } from './term-record.ts';
import type { About } from './write-glossary.ts';

export function writeJson(records: readonly TermRecord[], about: About): string {
  const glossary = {
    format: 'common-ground-glossary',
    version: 1,
    partnership: about.partnershipName,
    on: about.on,
    terms: records,
  };
  return `${JSON.stringify(glossary, undefined, 2)}\n`;
}
