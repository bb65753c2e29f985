import type { Entry } from './entry.ts';
import type { TermContent } from './term.ts';

/** What one line of a term's history says in words. */
export type PastWords = {
  readonly id: number;
  readonly what: string;
  readonly organizationId: string | undefined;
  readonly version: number | undefined;
  /** What was put forward for all. */
  readonly content: TermContent | undefined;
  /** What an organization meant by it, in its own words, and what those took the place of. */
  readonly meaning: string | undefined;
  readonly before: string | undefined;
  /** Written while nobody saw the others' words. */
  readonly isBlind: boolean;
};

/**
 * The same lines with the words that an organization may read. What the others wrote into a blind collection
 * becomes readable with its end, and what they changed or took out before that never does.
 */
export function wordsSeenBy<Line extends PastWords>(
  lines: readonly Line[],
  organizationId: string | undefined,
  isCollecting: boolean,
): readonly Line[] {
  const revealed = revealedIds(lines);
  return lines.map((line) => {
    if (line.organizationId !== undefined && line.organizationId === organizationId) return line;
    if (isCollecting) return withoutWords(line);
    if (!line.isBlind) return line;
    return revealed.has(line.id) ? { ...line, before: undefined } : withoutWords(line);
  });
}

function withoutWords<Line extends PastWords>(line: Line): Line {
  return { ...line, content: undefined, meaning: undefined, before: undefined };
}

/** Of what was written blind, the last words of each organization before everybody's became visible. */
function revealedIds(lines: readonly PastWords[]): ReadonlySet<number> {
  const revealed = new Set<number>();
  const last = new Map<string, number>();
  for (const { id, what, organizationId = '', isBlind } of lines) {
    if (what === 'glossary.taken-out') last.delete(organizationId);
    else if (what === 'glossary.usage' && isBlind) last.set(organizationId, id);
    else if (what === 'glossary.revealed') {
      for (const one of last.values()) revealed.add(one);
      last.clear();
    }
  }
  return revealed;
}

/** Whether an organization can bring these words back: they are readable to it, and do not stand now. */
export function isRestorable(
  line: PastWords,
  entry: Pick<Entry, 'agreed' | 'open' | 'usages'>,
  organizationId: string | undefined,
): boolean {
  if (organizationId === undefined) return false;
  if (line.content) {
    return line.version !== entry.open?.version && line.version !== entry.agreed?.version;
  }
  if (!line.meaning || line.organizationId !== organizationId) return false;
  const own = entry.usages.find((usage) => usage.organizationId === organizationId);
  return own?.meaning !== line.meaning;
}
