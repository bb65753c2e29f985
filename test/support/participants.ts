import type { Participant, Workplace } from '../../src/checkins/participant.ts';

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

export function participant(memberId: string, change: Partial<Participant> = {}): Participant {
  const organizationId = memberId.split('.')[0] ?? '';
  return {
    memberId,
    organizationId,
    sector: undefined,
    membership: { state: 'joined' },
    workplace: workplace('America/Chicago'),
    ...change,
  };
}
