import { Temporal } from 'temporal-polyfill';
import type { Member } from '../../members/member.ts';
import { organizationById, type Partnership } from '../../partnerships/partnership.ts';
import { cut } from '../../slack/limits.ts';
import { listed } from '../../slack/listed.ts';
import { inert, mention } from '../../slack/mrkdwn.ts';

/** `@Casey (Quillstone)`. */
export function personWords(
  { slackUserId, organizationId }: Member,
  partnership: Partnership,
): string {
  const organization = organizationById(partnership, organizationId)?.shortName;
  return `${mention(slackUserId)}${organization ? ` (${inert(organization)})` : ''}`;
}

export function peopleWords(members: readonly Member[], partnership: Partnership): string {
  return listed(members.map((member) => personWords(member, partnership)));
}

export function mentions(members: readonly Member[]): string {
  return listed(members.map(({ slackUserId }) => mention(slackUserId)));
}

/**
 * A moment that Slack shows to each reader by their own clock, with the clocks of all for where it
 * doesn't: `Wed 2 Dec 15:00 (Chicago), 21:00 (London)`.
 */
export function timeWords(at: Date, timeZones: readonly string[]): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `<!date^${seconds}^{date_short_pretty} at {time}|${clocksAt(at, timeZones)}>`;
}

export function clocksAt(at: Date, timeZones: readonly string[]): string {
  const zones = timeZones.length > 0 ? [...new Set(timeZones)] : ['UTC'];
  let shown = '';
  return zones
    .map((zone) => {
      const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
      const day = local.toLocaleString('en-GB', {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
      });
      const time = `${local.toPlainTime().toString({ smallestUnit: 'minute' })} (${placeName(zone)})`;
      const words = day === shown ? time : `${day} ${time}`;
      shown = day;
      return words;
    })
    .join(', ')
    .replaceAll(/[|<>]/g, ' ');
}

function placeName(timeZone: string): string {
  return cut(timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone, 40);
}

export function countWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const BARS = '▁▂▃▄▅▆▇█';

/** A curve of shares from 0 to 1, the oldest first. */
export function curve(shares: readonly number[]): string {
  return shares.map((share) => BARS[Math.round(share * (BARS.length - 1))] ?? '').join('');
}
