import { actingMember, type Context, organizationOf } from '../../context.ts';
import { organizationById, presentOrganizations } from '../../partnerships/partnership.ts';
import { workplaceOf } from '../../partnerships/workplaces.ts';
import { Refusal } from '../../refusal.ts';
import type { Message } from '../../slack/answer.ts';
import type { Asking } from '../../slack/asking.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import { isWorkingDay, localDate } from '../../time/calendar.ts';
import { addMeetings, type MeetingsInput, refuseMeetingsFault } from '../add-meetings.ts';
import { listMeetings } from '../list-meetings.ts';
import { othersWith } from '../series.ts';
import { confirmMessage, dayWords, type MeetingsScene, meetingsMessage } from './views.ts';

/** How a day was read, in all the ways in which it can be; or what is wrong with it, in a sentence. */
export type ReadDay =
  | { readonly days: readonly string[]; readonly isExact: boolean }
  | { readonly message: string };

/** Reads a day in words, among those to come or those that were. */
export type DayReader = (
  text: string,
  ctx: Context,
  asking: Asking,
  direction: 'past' | 'future',
) => Promise<ReadDay>;

export type Asked = Omit<MeetingsInput, 'days'> & {
  /** ISO dates that were picked. */
  readonly picked: readonly string[];
  /** Days as they were written. */
  readonly written: readonly string[];
};

/** Adds days that are certain and usual; asks back about the others. */
export async function askOrAdd(
  ctx: Context,
  asking: Asking,
  asked: Asked,
  read: DayReader,
): Promise<Message> {
  const { calendar } = workplaceOf(organizationOf(ctx, actingMember(ctx)));
  const { picked, written, ...input } = asked;
  const scene = sceneOf(ctx, asking);
  const days = [...picked];
  let isCertain = true;
  for (const text of written) {
    const reading = await read(text, ctx, asking, 'future');
    if ('message' in reading) throw new Refusal('invalid', reading.message, 'days');
    if (reading.days.length > 1) {
      const ways = reading.days.map(dayWords).join(' or ');
      throw new Refusal(
        'invalid',
        `“${text}” can be ${ways}. Write the one that you mean.`,
        'days',
      );
    }
    isCertain &&= reading.isExact;
    days.push(...reading.days);
  }
  const given = { ...input, days: [...new Set(days)].toSorted() };
  refuseMeetingsFault(given);
  if (isCertain && given.days.every((on) => isWorkingDay(calendar, on))) {
    return added(ctx, scene, given);
  }
  const { startsAt, papersDueWorkingDays } = given;
  return confirmMessage(
    { ...given, startsAt, papersDueWorkingDays, channelId: scene.channelId },
    scene,
  );
}

/** Once the days are certain. */
export async function added(
  ctx: Context,
  scene: MeetingsScene,
  input: MeetingsInput,
): Promise<Message> {
  const all = await addMeetings(ctx, input);
  const organizationId = actingMember(ctx).organizationId;
  const names = othersWith(all, { organizationId, name: input.name })
    .map((id) => inert(organizationById(ctx.partnership, id)?.shortName ?? 'Somebody'))
    .join(' and ');
  const same = names
    ? ` ${names} ${names.includes(' and ') ? 'have' : 'has'} meetings of that name too; the steps of a milestone go by those of whoever looks after it.`
    : '';
  const lead = `Added: ${bold(input.name)} on ${input.days.map(dayWords).join(', ')}.${same}`;
  return meetingsMessage(all, scene, lead);
}

export async function listed(ctx: Context, asking: Asking, lead?: string): Promise<Message> {
  return meetingsMessage(await listMeetings(ctx, {}), sceneOf(ctx, asking), lead);
}

export function sceneOf(ctx: Context, asking: Asking): MeetingsScene {
  const { partnership, member } = ctx;
  const own = organizationById(partnership, member?.organizationId ?? '');
  const timeZone = member?.timeZone ?? own?.timeZone;
  const here = asking.isDirect ? undefined : asking.channelId;
  const [first = ''] = partnership.channelIds;
  return {
    today: localDate(ctx.clock.now(), timeZone ?? 'UTC'),
    channelId: here && partnership.channelIds.includes(here) ? here : first,
    viewer: own?.id,
    timeZone,
    organizations: presentOrganizations(partnership).map((organization) => ({
      id: organization.id,
      shortName: organization.shortName,
      timeZone: organization.timeZone,
      calendar: workplaceOf(organization).calendar,
    })),
  };
}
