const EXCEL =
  'This looks like an Excel workbook. Open it, choose File → Save as → CSV UTF-8, and send that file; or copy the cells and paste them.';
const WORD =
  'This looks like a Word document. Put the terms into a table with the columns Term and Definition, copy it and paste it here, or send it as CSV.';
const OLD_OFFICE =
  'This looks like a file of an older Excel or Word. Open it, save it as CSV UTF-8, and send that file; or copy the cells and paste them.';
const OPEN_DOCUMENT =
  'This looks like a LibreOffice file. Open it, save it as “Text CSV” with UTF-8, and send that file.';
const PICTURE =
  'This is a picture. The terms have to be text: a table saved as CSV, or lines like TERM = DEFINITION.';
const ZIP = 'This is a packed file (.zip). Unpack it and send the glossary inside.';
const PDF =
  'This is a PDF. Copy the terms out of it and paste them as lines like TERM = DEFINITION, or send a table saved as CSV.';
const RTF = 'This is a rich text document (.rtf). Save it as plain text or CSV and send that file.';

const BEGINNINGS: readonly (readonly [beginning: string, sentence: string])[] = [
  ['%PDF', PDF],
  ['\xD0\xCF\x11\xE0', OLD_OFFICE],
  ['{\\rtf', RTF],
  ['\x89PNG', PICTURE],
  ['\xFF\xD8\xFF', PICTURE],
  ['GIF8', PICTURE],
  ['II*\0', PICTURE],
  ['\x1F\x8B', ZIP],
  ['7z\xBC\xAF', ZIP],
];

const INSIDE_ZIP: readonly (readonly [name: string, sentence: string])[] = [
  ['xl/', EXCEL],
  ['word/', WORD],
  ['opendocument', OPEN_DOCUMENT],
  ['Index/Document.iwa', EXCEL.replace('an Excel workbook', 'a Numbers or Pages document')],
];

const BINARY =
  'This is not a text file. A glossary can be CSV, TSV, YAML, JSON, TBX or SKOS (JSON-LD), or lines like TERM = DEFINITION.';

/** What to do with a file that is no text at all; undefined when it may be one. */
export function otherFileProblem(bytes: Uint8Array): string | undefined {
  const head = oneByOne(bytes.subarray(0, 1_000));
  const known = BEGINNINGS.find(([beginning]) => head.startsWith(beginning));
  if (known) return known[1];
  if (/^RIFF.{4}WEBP|^.{4}ftyp/s.test(head)) return PICTURE;
  if (!head.startsWith('PK\x03\x04')) return undefined;
  const all = oneByOne(bytes);
  return INSIDE_ZIP.find(([name]) => all.includes(name))?.[1] ?? ZIP;
}

/** What to do with a text that is of another kind. */
export function otherTextProblem(text: string): string | undefined {
  if (text.includes('\0')) return BINARY;
  const head = text.slice(0, 2_000).trimStart();
  if (!/^<(?:!doctype html|html|head|body|table|div|meta)\b/i.test(head)) return undefined;
  return /urn:schemas-microsoft-com:office|xmlns:x=/i.test(head)
    ? EXCEL
    : 'This is a web page. Copy the terms out of it and paste them, or send a table saved as CSV.';
}

function oneByOne(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
