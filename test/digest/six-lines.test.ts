import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DigestLine, SLOTS, type Slot } from '../../src/digest/digest-line.ts';
import { sixLines } from '../../src/digest/six-lines.ts';

const line = (slot: Slot, n = 1, more: Partial<DigestLine> = {}): DigestLine => ({
  slot,
  weight: n,
  text: `${slot} ${n}.`,
  fold: { as: slot, name: `*${slot} ${n}*` },
  ...more,
});

const mine = (slot: Slot, n: number) =>
  line(slot, n, { isMine: true, text: `my ${slot} ${n}.`, fold: { as: slot, name: `*my ${n}*` } });

const told = (lines: readonly DigestLine[]) => sixLines(lines).map(({ text }) => text);

describe('six lines', () => {
  test('what waits for me and what is mine comes first; every kind of thing has a place', () => {
    const given = [...SLOTS].reverse().map((slot) => line(slot));
    expect(told([...given, mine('waiting', 4), mine('at_risk', 5)])).toEqual([
      'my at_risk 5. Also waiting: *my 4*.',
      'late 1. at_risk 1.',
      'due 1. moved 1. waiting 1.',
      'agreed 1. good 1.',
      'closures 1.',
      'question 1.',
    ]);
  });

  test('with room each thing has a line of its own, but what was agreed or reached is one', () => {
    expect(
      told([line('good', 1), line('good', 2), mine('late', 6), mine('due', 2), line('due', 1)]),
    ).toEqual(['my late 6.', 'my due 2.', 'due 1.', 'good 2. Also good: *good 1*.']);
  });

  test('many of a kind are one line with names, and as many as there are are counted', () => {
    const red = [1, 2, 3, 4, 5, 6].map((n) => line('at_risk', n));
    const given = [...red, line('closures'), line('good'), line('question')];
    expect(told(given)).toEqual([
      'at_risk 6.',
      'at_risk 5.',
      'at_risk 4. Also at_risk: *at_risk 3*, *at_risk 2*, *at_risk 1*.',
      'good 1.',
      'closures 1.',
      'question 1.',
    ]);
    const seven = sixLines([...red, line('at_risk', 7), ...given.slice(6), mine('late', 6)]);
    expect(seven[2]?.text).toContain(' and 2 more.');
  });

  const anyLine = fc.record({
    slot: fc.constantFrom(...SLOTS),
    weight: fc.integer({ min: 0, max: 6 }),
    isMine: fc.boolean(),
    text: fc.uuid(),
  });
  const anyLines = fc.array(
    anyLine.map((one) => ({ ...one, fold: { as: one.slot, name: `*${one.text}*` } })),
    { maxLength: 25 },
  );

  test('never more than six; nothing made up; nothing said twice; nothing left out with so few', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const texts = told(lines);
        expect(texts.length).toBeLessThanOrEqual(6);
        const all = texts.join(' ');
        for (const { text } of lines) {
          expect(all.split(text).length - 1).toBeLessThanOrEqual(1);
        }
        if (lines.length <= 4) for (const { text } of lines) expect(all).toContain(text);
        if (lines.length > 0) expect(texts.length).toBeGreaterThan(0);
      }),
    );
  });

  test('a closure, a good thing and a question are never crowded out, nor is any other kind', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const all = told(lines).join(' ');
        const others = lines.filter(({ isMine }) => !isMine);
        for (const slot of SLOTS) {
          const some = others.filter((one) => one.slot === slot);
          if (some.length > 0) expect(some.some(({ text }) => all.includes(text))).toBe(true);
        }
      }),
    );
  });

  test('mine come before the others’, and the weightiest of mine leads', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const six = sixLines(lines);
        const last = six.findLastIndex(({ isMine }) => isMine);
        expect(six.slice(0, last + 1).every(({ isMine }) => isMine)).toBe(true);
        const most = Math.max(...lines.filter(({ isMine }) => isMine).map((one) => one.weight));
        if (last >= 0) expect(six[0]?.weight).toBe(most);
      }),
    );
  });

  test('what is private stays private in the line that names it', () => {
    const question = line('question', 1, { isPrivate: true });
    const [only] = sixLines([question]);
    expect(only?.isPrivate).toBe(true);
  });
});
