import { timeZoneIn } from '../partnerships/description.ts';
import {
  organizationById,
  type Partnership,
  type QuietHours,
} from '../partnerships/partnership.ts';
import type { WorkingCalendar } from '../time/calendar.ts';
import type { Member } from './member.ts';

/** Where and when somebody works. All times are local to their own zone. */
export type MemberWorkplace = {
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly workingHours: Member['workingHours'];
  readonly quietHours: QuietHours;
};

/** Their own zone and days off where they have some, else those of their organization. */
export function workplaceOfMember(partnership: Partnership, member: Member): MemberWorkplace {
  const organization = organizationById(partnership, member.organizationId);
  return {
    timeZone: timeZoneIn(member.timeZone ?? '') ?? organization?.timeZone ?? 'UTC',
    calendar: {
      workingWeek: organization?.workingWeek ?? [1, 2, 3, 4, 5],
      closures: new Set(member.closures ?? organization?.closures ?? []),
    },
    workingHours: member.workingHours,
    quietHours: organization?.quietHours ?? { from: '18:00', to: '08:00' },
  };
}
