import type { MilestoneStep } from './milestone.ts';

export type ReadSteps =
  | { readonly steps: readonly MilestoneStep[] }
  /** The line that was not understood. */
  | { readonly unclear: string };

const WORK = /^(?<name>.+?)[\s:,]+(?<days>\d{1,3})\s*(?:wd|days?|working days?)?$/i;
const MEETING =
  /^(?<name>.+?)\s*@\s*(?<meeting>[^,@]+?)(?:[\s,]+papers\s+(?<papers>\d{1,3})(?:\s*(?:wd|days?|working days?))?(?:\s+before)?)?$/i;

/** Reads `Budget memo 4; Attorney review 6; Vote @council papers 10`, also line by line. */
export function readSteps(text: string): ReadSteps {
  const steps: MilestoneStep[] = [];
  for (const line of text.split(/[;\n]/).map((one) => one.trim())) {
    if (!line) continue;
    const step = readStep(line);
    if (!step) return { unclear: line };
    steps.push(step);
  }
  return { steps };
}

function readStep(line: string): MilestoneStep | undefined {
  const met = MEETING.exec(line)?.groups;
  if (met) {
    return {
      name: met.name ?? '',
      meeting: met.meeting ?? '',
      papersDueWorkingDays: met.papers === undefined ? undefined : Number(met.papers),
    };
  }
  const work = WORK.exec(line)?.groups;
  return work && { name: work.name ?? '', workingDays: Number(work.days) };
}

/** The line that reads back as this step. */
export function stepLine(step: MilestoneStep): string {
  if ('workingDays' in step) return `${step.name} ${step.workingDays}`;
  const papers = step.papersDueWorkingDays;
  return `${step.name} @${step.meeting}${papers === undefined ? '' : ` papers ${papers}`}`;
}
