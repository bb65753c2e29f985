/** Why a date moved (domain 9.1). */
export const MOVE_REASONS = [
  'approval',
  'dependency',
  'capacity',
  'scope',
  'estimate',
  'outside',
] as const;

export type MoveReason = (typeof MOVE_REASONS)[number];

/** The ordinary words for each, by how they begin. Who waits for an approval waits for something, so the order matters. */
const WORDS: readonly (readonly [MoveReason, string])[] = [
  [
    'approval',
    'approv|sign-?off|signature|permi|council|board|vote|attorney|lawyer|legal|contract|authori[sz]|genehmig|freigabe|zustimmung|approbation|validation',
  ],
  [
    'capacity',
    'capacit|people|staff|hands|understaff|ill\\b|illness|sick|holiday|vacation|leave\\b|busy|hiring|resource|no time|overload|kapazität|krank|urlaub|personal|maladie|congé|effectif',
  ],
  ['scope', 'scope|more work|bigger|grew|grown|added|extra|requirement|umfang|périmètre'],
  [
    'estimate',
    'estimat|underestimat|misjudg|know better|(?:takes|took) longer|longer than|harder|more complex|complicat|schätz|estimation',
  ],
  [
    'outside',
    'outside|extern|weather|storm|snow|flood|strike|election|law\\b|regulation|market|pandemic|wetter|streik|météo|grève',
  ],
  [
    'dependency',
    'depend|wait|supplier|vendor|deliver|block|upstream|partner|abhängig|warte|lieferant|dépend|attend|fournisseur',
  ],
];

/** The reason that a word of the six, or an ordinary word for one of them, names. */
export function moveReasonIn(text: string): MoveReason | undefined {
  const exact = MOVE_REASONS.find((reason) => reason === text.trim().toLowerCase());
  const begins = (words: string) => new RegExp(`(?<![\\p{L}])(?:${words})`, 'iu').test(text);
  return exact ?? WORDS.find(([, words]) => begins(words))?.[0];
}

/** `4 December because of approval` */
export function moveIn(text: string): { readonly date: string; readonly why: string } {
  const found = /\sbecause\s(?:\s*of\s)?/i.exec(text);
  if (!found) return { date: text, why: '' };
  const why = text.slice(found.index + found[0].length).trim();
  return { date: text.slice(0, found.index).trim(), why };
}
