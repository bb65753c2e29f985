import pluralize from 'pluralize';

/** Domain 3.2.1: how two spellings are the same term. `P.O.C.` → `poc`; `Go‑Live` → `go live`. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Cf}|\p{DI}|\u0307/gu, '')
    .replaceAll(/[‘’‛]/g, "'")
    .replaceAll(/(?<=^|[^\p{L}\p{N}])((?:\p{L}\p{M}*\.){2,}\p{L}?)/gu, (dotted) =>
      dotted.replaceAll('.', ''),
    )
    .replaceAll(/[\p{Pd}_\u2043\u2212]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(AT_END, '')
    .replace(/^["“”„'`«»\s]+/, '')
    .normalize('NFKC');
}

/** The look-behind lets a long run of these be tried once, not from each of its characters. */
const AT_END = /(?<!["“”„'`«»\s.,;:!?])["“”„'`«»\s.,;:!?]+$/;

/**
 * The keys by which a look-up is forgiven, closest first: as it is, without accents, in the singular,
 * without spaces. Two terms meet when they share one.
 */
export function looseKeys(normalized: string): readonly string[] {
  const bare = normalized.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
  const plain = bare.replaceAll('ß', 'ss') || normalized;
  const forms = [normalized, plain, singularOf(plain), withoutS(plain)];
  const closed = forms.map((form) => form.replaceAll(' ', ''));
  return [...new Set([...forms, ...closed])].filter(Boolean);
}

/** The last word carries the plural: “memoranda of understanding” is left alone. */
function singularOf(phrase: string): string {
  const at = phrase.lastIndexOf(' ') + 1;
  const last = phrase.slice(at).replace(/'s?$/, '');
  if (last.length < 3 || last.length > 40 || !/^[a-z]+$/.test(last)) return phrase;
  return phrase.slice(0, at) + pluralize.singular(last);
}

/** Acronyms take an `s` in ways that no dictionary knows: `MOUs`, `CBO's`. */
function withoutS(phrase: string): string {
  return phrase.replace(/(?<=.)'s?$|(?<=(?:^| )[^ ]{1,3}[^ s'])s$/, '');
}
