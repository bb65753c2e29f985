import type { MilestoneStep } from './milestone.ts';

export type ReadSteps =
  | { readonly steps: readonly MilestoneStep[] }
  /** The line that was not understood. */
  | { readonly unclear: string };

const DAYS = /(?<![\s:,])[\s:,]+(\d{1,3})\s*(?:wd|days?|working days?)?$/i;
const PAPERS =
  /(?<![\s,])[\s,]+papers\s+(\d{1,3})(?:\s*(?:wd|days?|working days?))?(?:\s+before)?$/i;

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
  const found = DAYS.exec(line);
  return (
    readMeeting(line) ??
    (found?.index ? { name: line.slice(0, found.index), workingDays: Number(found[1]) } : undefined)
  );
}

/** `Vote @council papers 10` */
function readMeeting(line: string): MilestoneStep | undefined {
  const at = line.lastIndexOf('@');
  const name = line.slice(0, Math.max(0, at)).trim();
  const said = line.slice(at + 1).trim();
  const papers = PAPERS.exec(said);
  const meeting = said.slice(0, papers?.index);
  if (!name || !meeting || meeting.includes(',')) return undefined;
  return { name, meeting, papersDueWorkingDays: papers ? Number(papers[1]) : undefined };
}

/** The line that reads back as this step. */
export function stepLine(step: MilestoneStep): string {
  if ('workingDays' in step) return `${step.name} ${step.workingDays}`;
  const papers = step.papersDueWorkingDays;
  return `${step.name} @${step.meeting}${papers === undefined ? '' : ` papers ${papers}`}`;
}
