import { describe, expect, test } from 'vitest';
import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import { assess, type HealthInput } from '../../src/milestones/health.ts';

const TODAY = '2026-11-23';

type SampleMilestone = (typeof sample.milestones)[number];

function inputOf(milestone: SampleMilestone, earliestPossibleOn?: string): HealthInput {
  const owner = sample.organizations.find(({ id }) => id === milestone.ownerOrganizationId);
  const needed = sample.milestones.filter(({ id }) => milestone.dependsOn.includes(id as never));
  return {
    today: TODAY,
    agreedOn: milestone.agreedOn,
    baselineOn: milestone.baselineOn,
    latestAcceptableOn: milestone.latestAcceptableOn ?? undefined,
    remainingWorkingDays: milestone.remainingWorkingDays ?? 0,
    forecasts: milestone.forecasts,
    confidence: Object.values(milestone.confidence).filter((one) => typeof one === 'number'),
    calendar: {
      workingWeek: owner?.workingWeek ?? [],
      closures: new Set(owner?.closures.map(String)),
    },
    earliestPossibleOn,
    dependencies: needed
      .filter(({ doneOn }) => doneOn === null)
      .map(({ id, forecasts }) => ({ id, expectedOn: forecasts.at(-1)?.forecastOn ?? '' })),
  };
}

describe('M1 to M7: the sample’s milestones are as the handbook expects', () => {
  const expected = Object.entries(sample.expected.milestoneHealth).filter(
    ([, { health }]) => health !== 'done',
  );
  test.each(expected)('%s', (id, wanted) => {
    const milestone = sample.milestones.find((one) => one.id === id);
    if (!milestone) throw new Error(`no ${id}`);
    const found = assess(inputOf(milestone, id === 'm08' ? '2027-01-05' : undefined));
    const rounded = (value: number | undefined) =>
      value === undefined ? null : Math.round(value * 100) / 100;
    expect({
      health: found.health,
      reasons: found.reasons,
      forecastOn: found.forecastOn,
      slipDays: found.slipDays,
      slipRate: rounded(found.rate),
      workingDaysLeft: found.workingDaysLeft,
      buffer: rounded(found.buffer),
      projectedOn: found.projectedOn ?? null,
    }).toEqual(wanted);
  });
});

test('M8: sliding a day for a day is red, and nothing is projected', () => {
  const [milestone] = sample.milestones;
  if (!milestone) throw new Error('the sample is empty');
  const found = assess({
    ...inputOf(milestone),
    forecasts: [
      { reportedOn: '2026-09-01', forecastOn: '2026-12-01' },
      { reportedOn: '2026-10-01', forecastOn: '2026-12-31' },
      { reportedOn: '2026-11-20', forecastOn: '2027-02-19' },
    ],
  });
  expect(found.health).toBe('red');
  expect(found.reasons).toContain('sliding_day_for_day');
  expect(found.projectedOn).toBeUndefined();
});
