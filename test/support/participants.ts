import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import {
  type Gathering,
  type Group,
  type Grouping,
  groupPeople,
} from '../../src/checkins/group-people.ts';
import type { Participant, Workplace } from '../../src/checkins/participant.ts';
import type { PastRound, Round } from '../../src/checkins/round.ts';
import type { Sector } from '../../src/partnerships/partnership.ts';

/** Monday to Friday from nine to five, never closed. */
export function workplace(
  timeZone: string,
  [from, to]: readonly [string, string] = ['09:00', '17:00'],
  closures: readonly string[] = [],
): Workplace {
  return {
    timeZone,
    calendar: { workingWeek: [1, 2, 3, 4, 5], closures: new Set(closures) },
    workingHours: { from, to },
  };
}

/** One organization for each size, all in Chicago: `1.0` is the first of the second one. */
export function organizationsOf(...sizes: readonly number[]): readonly Participant[] {
  return sizes.flatMap((size, organization) =>
    Array.from({ length: size }, (_, n) => participant(`${organization}.${n}`)),
  );
}

export function participant(memberId: string, change: Partial<Participant> = {}): Participant {
  const organizationId = organizationOf(memberId);
  return {
    memberId,
    organizationId,
    sector: undefined,
    membership: { state: 'joined' },
    workplace: workplace('America/Chicago'),
    ...change,
  };
}

/** The `number`th round; all of them are on the same days. */
export function round(number: number, change: Partial<Round> = {}): Round {
  return {
    id: `round-${number}`,
    number,
    opensOn: '2026-12-01',
    days: ['2026-12-01', '2026-12-02', '2026-12-03'],
    introducedAt: new Date('2026-11-30T15:00:00Z'),
    ...change,
  };
}

export function gathering(change: Partial<Gathering>): Gathering {
  return { people: [], past: [], keepApart: [], round: round(1), ...change };
}

/** How a round is remembered. */
function remembered(number: number, { groups, waiting }: Grouping): PastRound {
  return { number, groups, waitingIds: waiting.map(({ memberId }) => memberId) };
}

/** The people of the sample partnership before its fourth round. */
export function sampleGathering(): Gathering {
  const organizations = new Map(sample.organizations.map((one) => [one.id, one]));
  const people = sample.people.map(({ id, organizationId, timeZone, workingHours }) => {
    const organization = organizations.get(organizationId);
    return participant(id, {
      organizationId,
      sector: organization?.sector as Sector,
      workplace: workplace(timeZone, workingHours as [string, string], organization?.closures),
    });
  });
  const past = sample.coffee.history.map(({ round: number, groups, unmatched }) => ({
    number,
    groups: groups.map((memberIds) => ({ memberIds, starterId: undefined })),
    waitingIds: unmatched ?? [],
  }));
  const { number, days } = sample.coffee.nextRound;
  return gathering({ people, past, round: round(number, { days }) });
}

export function sizesOf(groups: readonly Group[]): readonly number[] {
  return groups.map(({ memberIds }) => memberIds.length).toSorted((a, b) => a - b);
}

export function isTogether(groups: readonly Group[], ...ids: readonly string[]): boolean {
  return groups.some(({ memberIds }) => ids.every((id) => memberIds.includes(id)));
}

/** Of a member of `organizationsOf`. */
export function organizationOf(memberId: string): string {
  return memberId.split('.')[0] ?? '';
}

/** One round after the other, each remembered by those that follow. */
export function roundsOf(
  people: readonly Participant[],
  count: number,
  seed = '',
): readonly PastRound[] {
  const past: PastRound[] = [];
  for (let number = 1; number <= count; number += 1) {
    const id = `${seed}${number}`;
    past.push(
      remembered(number, groupPeople(gathering({ people, past, round: round(number, { id }) }))),
    );
  }
  return past;
}
