import { typedNotes, WRITTEN_HERE } from './tbx-notes.ts';
import type { TermRecord } from './term-record.ts';
import type { About } from './write-glossary.ts';
import { xmlText } from './xml-text.ts';

/** TBX wants a language and the glossary has none: most programs only open a file that names one. */
const LANGUAGE = 'en';

type Rating = 'preferred' | 'admitted' | 'deprecated';

/** TBX-Basic of ISO 30042:2019 in its DCA style. */
export function writeTbx(records: readonly TermRecord[], about: About): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx type="TBX-Basic" style="dca" xml:lang="${LANGUAGE}" xmlns="urn:iso:std:iso:30042:ed-2">`,
    '  <tbxHeader>',
    '    <fileDesc>',
    `      <titleStmt><title>${xmlText(about.partnershipName)}</title></titleStmt>`,
    `      <sourceDesc><p>${WRITTEN_HERE} on ${xmlText(about.on)}.</p></sourceDesc>`,
    '    </fileDesc>',
    '  </tbxHeader>',
    '  <text>',
    '    <body>',
    ...records.flatMap(conceptLines),
    '    </body>',
    '  </text>',
    '</tbx>',
  ];
  return `${lines.join('\n')}\n`;
}

function conceptLines(record: TermRecord, at: number): readonly string[] {
  const { definition } = record;
  const inner = [
    ...(definition ? [`<descrip type="definition">${xmlText(definition)}</descrip>`] : []),
    ...typedNotes(record).map((note) => `<note>${xmlText(note)}</note>`),
    ...termSections(record),
  ];
  return [
    `      <conceptEntry id="c${at + 1}">`,
    `        <langSec xml:lang="${LANGUAGE}">`,
    ...inner.map((line) => `          ${line}`),
    '        </langSec>',
    '      </conceptEntry>',
  ];
}

function termSections(record: TermRecord): readonly string[] {
  const { term, preferredLabel, example, status } = record;
  const isOther = preferredLabel !== undefined && preferredLabel !== term;
  const rating = status === 'deprecated' ? 'deprecated' : isOther ? 'admitted' : 'preferred';
  return [
    termSection(term, rating, example),
    ...(isOther ? [termSection(preferredLabel, 'preferred')] : []),
    ...(record.aliases ?? []).map((label) => termSection(label, 'admitted')),
    ...(record.deprecatedLabels ?? []).map((label) => termSection(label, 'deprecated')),
  ];
}

function termSection(label: string, rating: Rating, example?: string): string {
  const status = `<termNote type="administrativeStatus">${rating}Term-admn-sts</termNote>`;
  const context = example ? `<descrip type="context">${xmlText(example)}</descrip>` : '';
  return `<termSec><term>${xmlText(label)}</term>${status}${context}</termSec>`;
}
