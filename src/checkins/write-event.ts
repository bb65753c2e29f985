import { ICalCalendar } from 'ical-generator';
import { CHECKIN_MINUTES } from './held-round.ts';

/** One planned check-in, as RFC 5545 wants it; the moment is told in UTC, which every calendar shows locally. */
export function writeEvent(given: {
  readonly groupId: string;
  readonly partnershipName: string;
  readonly names: readonly string[];
  readonly at: Date;
  readonly now: Date;
}): string {
  const { groupId, partnershipName, names, at, now } = given;
  const calendar = new ICalCalendar({
    prodId: { company: 'Common Ground', product: 'Common Ground', language: 'EN' },
  });
  calendar.createEvent({
    // A time that is changed takes the place of the one before it.
    id: `checkin-${groupId}@common-ground`,
    sequence: Math.floor(now.getTime() / 1_000) % 2_000_000_000,
    stamp: now,
    summary: line(`Check-in: ${names.join(', ')}`),
    description: line(`${partnershipName}: no agenda, bring your own cup.`),
    start: at,
    end: new Date(at.getTime() + CHECKIN_MINUTES * 60_000),
  });
  return calendar.toString();
}

/** iCalendar's text holds no control characters; what somebody wrote is one line here. */
function line(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}
