/**
 * What every format can carry: XML knows neither control characters nor halves of surrogate pairs, and
 * each format has its own idea of a line break. Everything else stays as it was typed.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\v\f\u0085]/g, '\n')
    .replaceAll(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '')
    .trim();
}
