import { describe, expect, test } from 'vitest';
import type { MilestoneStep } from '../../src/milestones/milestone.ts';
import { readSteps, stepLine } from '../../src/milestones/steps.ts';

const work = (name: string, workingDays: number): MilestoneStep => ({ name, workingDays });
const meeting = (name: string, at: string, papersDueWorkingDays?: number): MilestoneStep => ({
  name,
  meeting: at,
  papersDueWorkingDays,
});

describe('the steps of a plan', () => {
  test.each<[string, readonly MilestoneStep[]]>([
    ['Budget memo 4; Attorney review: 6 wd', [work('Budget memo', 4), work('Attorney review', 6)]],
    ['Phase 2, 10 working days\nSign 1 day', [work('Phase 2', 10), work('Sign', 1)]],
    ['Vote @council', [meeting('Vote', 'council')]],
    ['Vote @ council papers 10', [meeting('Vote', 'council', 10)]],
    ['Vote@council, papers 10 days before', [meeting('Vote', 'council', 10)]],
    ['ask ada@city.example @board', [meeting('ask ada@city.example', 'board')]],
    ['Vote @papers 10', [meeting('Vote', 'papers 10')]],
    ['Vote @council, 4', [work('Vote @council', 4)]],
    ['', []],
  ])('%j', (text, steps) => expect(readSteps(text)).toEqual({ steps }));

  test.each(['4', '@council', 'Budget memo', 'Vote @', ', 4'])('%j is none', (unclear) =>
    expect(readSteps(`Memo 1; ${unclear}`)).toEqual({ unclear }),
  );

  test('read back as they are written', () => {
    const steps = [
      work('Budget memo', 4),
      meeting('Vote', 'council', 10),
      meeting('Sign', 'board'),
    ];
    expect(readSteps(steps.map(stepLine).join('; '))).toEqual({ steps });
  });
});
