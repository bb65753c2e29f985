type FileType = {
  readonly filetype: string;
  readonly mimetype: string;
  readonly prettyType: string;
  /** Slack keeps what is text as a snippet. */
  readonly isText?: true;
};

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const UNKNOWN: FileType = {
  filetype: 'binary',
  mimetype: 'application/octet-stream',
  prettyType: 'Binary',
};

const types: Readonly<Record<string, FileType>> = {
  csv: text('csv', 'CSV', 'text/csv'),
  docx: { filetype: 'docx', mimetype: DOCUMENT, prettyType: 'Word Document' },
  gif: { filetype: 'gif', mimetype: 'image/gif', prettyType: 'GIF' },
  html: text('html', 'HTML', 'text/html'),
  jpeg: { filetype: 'jpg', mimetype: 'image/jpeg', prettyType: 'JPEG' },
  jpg: { filetype: 'jpg', mimetype: 'image/jpeg', prettyType: 'JPEG' },
  json: text('json', 'JSON'),
  md: text('markdown', 'Markdown (raw)'),
  pdf: { filetype: 'pdf', mimetype: 'application/pdf', prettyType: 'PDF' },
  png: { filetype: 'png', mimetype: 'image/png', prettyType: 'PNG' },
  svg: { filetype: 'svg', mimetype: 'image/svg+xml', prettyType: 'SVG' },
  tsv: text('tsv', 'TSV', 'text/tab-separated-values'),
  txt: text('text', 'Plain Text'),
  xlsx: { filetype: 'xlsx', mimetype: SHEET, prettyType: 'Excel Spreadsheet' },
  xml: text('xml', 'XML', 'application/xml'),
  yaml: text('yaml', 'YAML'),
  yml: text('yaml', 'YAML'),
  zip: { filetype: 'zip', mimetype: 'application/zip', prettyType: 'Zip' },
};

function text(filetype: string, prettyType: string, mimetype = 'text/plain'): FileType {
  return { filetype, mimetype, prettyType, isText: true };
}

export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** What Slack takes a file for, by its name. */
export function fileTypeOf(name: string): FileType {
  return types[extensionOf(name)] ?? UNKNOWN;
}
