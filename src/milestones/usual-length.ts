import { daysBetween, median } from '../time/days.ts';
import type { Milestone } from './milestone.ts';

const FEWEST = 5;

/**
 * How many times as long as planned the milestones took that were reached: the median of actual over
 * planned days since the agreement (domain 9.2); undefined before there are five.
 */
export function usualLength(milestones: readonly Milestone[]): number | undefined {
  const ratios = milestones.flatMap(({ agreedOn, baselineOn, doneOn, isDropped }) => {
    if (isDropped || !agreedOn || !baselineOn || !doneOn) return [];
    const planned = daysBetween(agreedOn, baselineOn);
    return planned > 0 ? [Math.max(0, daysBetween(agreedOn, doneOn)) / planned] : [];
  });
  return ratios.length < FEWEST ? undefined : median(ratios);
}
