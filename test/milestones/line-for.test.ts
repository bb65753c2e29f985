import { expect, test } from 'vitest';
import { lineFor } from '../../src/milestones/line-for.ts';

test.each([
  ['move', 'Pilot open', 'DATE', '`/partnership milestones move Pilot open = DATE`'],
  ['', 'Pilot open', undefined, '`/partnership milestones Pilot open`'],
  ['withdraw', 'a `b`', undefined, '`/partnership milestones withdraw a b`'],
  ['dates', 'Pilot', '1 March', '`//partnership milestones dates Pilot = 1 March`'],
])('%s %s = %s', (verb, title, rest, line) => expect(lineFor(verb, title, rest)).toBe(line));
