/**
 * The language that most concepts have: a glossary has one, and what else there is are translations. Of
 * those with as many, English, because most that exchange files have it.
 */
export function mainLanguage(perConcept: readonly (readonly string[])[]): string {
  const counts = new Map<string, number>();
  for (const language of perConcept.flatMap((languages) => [...new Set(languages)])) {
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  const leading = [...counts].filter(([, count]) => count === most).map(([language]) => language);
  return leading.find((language) => /^en\b/i.test(language)) ?? leading[0] ?? '';
}
