/** What the fonts hold: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian, and common signs. */
const UNDRAWABLE =
  /[^\u0020-\u007E\u00A0-\u00AC\u00AE-\u061B\u061D-\u06FF\u10A0-\u10FF\u1E00-\u200A\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2100-\u22FF]/gu;

/** As a picture can show it; undefined where nothing readable is left. */
export function drawable(text: string): string | undefined {
  const kept = text.normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(UNDRAWABLE, '');
  const tidy = kept.replaceAll(/ {2,}/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(tidy) ? tidy : undefined;
}

/** Shares of the font size, near enough to know what fits. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}]/u, 0],
  [/[ .,:;'’|!iljI]/u, 0.3],
  [/[ftr()[\]-]/u, 0.4],
  [/[mwMW@%—…]/u, 0.92],
  [/[A-Z\p{Lu}&#]/u, 0.7],
];

export function widthOf(text: string, fontSize: number): number {
  const shares = [...text].map((one) => WIDTHS.find(([like]) => like.test(one))?.[1] ?? 0.59);
  return shares.reduce((sum, share) => sum + share, 0) * fontSize;
}

/** Cut with an ellipsis to what fits; never inside of what people see as one character. */
export function fitted(text: string, width: number, fontSize: number): string {
  if (widthOf(text, fontSize) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(`${kept}${segment}…`, fontSize) > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** In lines of whole words; what does not fit in the last one is cut. */
export function wrapped(
  text: string,
  width: number,
  fontSize: number,
  most: number,
): readonly string[] {
  const lines: string[] = [];
  let rest = text.split(' ');
  while (rest.length > 0 && lines.length < most - 1) {
    let n = rest.length;
    while (n > 1 && widthOf(rest.slice(0, n).join(' '), fontSize) > width) n -= 1;
    lines.push(fitted(rest.slice(0, n).join(' '), width, fontSize));
    rest = rest.slice(n);
  }
  return rest.length > 0 ? [...lines, fitted(rest.join(' '), width, fontSize)] : lines;
}
