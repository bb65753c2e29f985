import type { CanvasSection } from './state.ts';

const FENCE = /^\s*(```|~~~)/;
const HEADING = /^#{1,6}\s/;

/**
 * Headings, paragraphs, lists, tables and code, each a section with the blank lines that follow it:
 * put together again they are the text that was given.
 */
export function sectionsOf(markdown: string, newId: (prefix: string) => string): CanvasSection[] {
  return partsOf(markdown).map((text) => ({ id: `temp:C:${newId('')}`, text }));
}

export function markdownOf(sections: readonly CanvasSection[]): string {
  return sections.map(({ text }) => text).join('');
}

/** Puts sections between others, with a blank line on both sides. */
export function insertSections(
  all: readonly CanvasSection[],
  at: number,
  added: readonly CanvasSection[],
): CanvasSection[] {
  const [before, after] = [all.slice(0, at), all.slice(at)];
  const closed = after.length > 0 ? closeLast(added) : added;
  return [...(added.length > 0 ? closeLast(before) : before), ...closed, ...after];
}

export function replaceSection(
  all: readonly CanvasSection[],
  at: number,
  given: readonly CanvasSection[],
): CanvasSection[] {
  const isLast = at === all.length - 1;
  return all.toSpliced(at, 1, ...(isLast ? given : closeLast(given)));
}

function closeLast(sections: readonly CanvasSection[]): CanvasSection[] {
  const last = sections.at(-1);
  if (!last || /\n\s*\n$/.test(last.text)) return [...sections];
  return [...sections.slice(0, -1), { ...last, text: `${last.text.trimEnd()}\n\n` }];
}

function partsOf(markdown: string): string[] {
  const parts: string[] = [];
  let current = '';
  let isInCode = false;
  for (const line of markdown.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const isStart = !isInCode && current.trim() !== '' && startsPart(line, current);
    if (isStart) parts.push(current);
    current = isStart ? line : current + line;
    if (FENCE.test(line)) isInCode = !isInCode;
  }
  return current === '' ? parts : [...parts, current];
}

function startsPart(line: string, before: string): boolean {
  if (line.trim() === '') return false;
  return /\n[^\S\n]*\n$/.test(before) || HEADING.test(line) || HEADING.test(before.trimStart());
}

export function headingLevel({ text }: CanvasSection): number {
  return /^(#{1,6})\s/.exec(text.trimStart())?.[1]?.length ?? 0;
}
