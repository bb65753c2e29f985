/** Several labels in one cell: `MOU; "memo; of understanding"`. */
export function joinLabels(labels: readonly string[]): string {
  return labels
    .map((label) => (/[";,|]/.test(label) ? `"${label.replaceAll('"', '""')}"` : label))
    .join('; ');
}

/** Commas separate only where nothing stronger does. */
export function splitLabels(cell: string): readonly string[] {
  const labels = split(cell, /[;|\n]/g);
  const [only] = labels;
  return only && labels.length === 1 && !only.isQuoted
    ? split(only.text, /,/g).map(({ text }) => text)
    : labels.map(({ text }) => text);
}

type Piece = { readonly text: string; readonly isQuoted: boolean };

function split(cell: string, separator: RegExp): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < cell.length) {
    const quoted = quotedAt(cell, at, separator);
    separator.lastIndex = quoted?.end ?? at;
    const end = separator.exec(cell)?.index ?? cell.length;
    const text = quoted?.text ?? cell.slice(at, end).trim();
    if (text) pieces.push({ text, isQuoted: quoted !== undefined });
    at = end + 1;
  }
  return pieces;
}

/** A line end is a separator, so none is run through here: each would be run through again. */
const QUOTED = /[^\S\n]*"((?:[^"]|"")*)"[^\S\n]*/y;

/** A quoted label is one only when a separator or the end comes after it: `"big" tent` is not. */
function quotedAt(cell: string, at: number, separator: RegExp) {
  QUOTED.lastIndex = at;
  const found = QUOTED.exec(cell);
  if (!found) return undefined;
  separator.lastIndex = QUOTED.lastIndex;
  const isWhole =
    QUOTED.lastIndex === cell.length || separator.exec(cell)?.index === QUOTED.lastIndex;
  const text = (found[1] ?? '').replaceAll('""', '"');
  return isWhole ? { text, end: QUOTED.lastIndex } : undefined;
}
