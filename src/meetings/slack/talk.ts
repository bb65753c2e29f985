import type { Context } from '../../context.ts';
import { localDate } from '../../partnerships/calendar.ts';
import { organizationById, presentOrganizations } from '../../partnerships/partnership.ts';
import { workplaceOf } from '../../partnerships/workplaces.ts';
import { Refusal } from '../../refusal.ts';
import type { Answer } from '../../slack/answer.ts';
import type { Asking } from '../../slack/asking.ts';
import type { Talk } from '../../slack/line.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { addMeetings } from '../add-meetings.ts';
import { listMeetings } from '../list-meetings.ts';
import { meetingWordsIn } from '../meeting-words.ts';
import { removeMeetings } from '../remove-meetings.ts';
import { dayWords, type MeetingsScene, meetingsMessage } from './views.ts';

/** Reads a day in words; refuses with a sentence where it is not certain which one is meant. */
export type DayReader = (text: string, ctx: Context, asking: Asking) => Promise<string>;

/** `/partnership meetings [add|remove NAME = DAY, DAY …]` */
export function createMeetingsTalk(read: DayReader): Talk {
  return async (line): Promise<Answer> => {
    const ctx = await line.context();
    const [, verb = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(line.words) ?? [];
    if (verb !== 'add' && verb !== 'remove') {
      return meetingsMessage(await listMeetings(ctx, {}), sceneOf(ctx));
    }
    const words = meetingWordsIn(rest);
    if (!words) {
      throw new Refusal(
        'invalid',
        `Which meeting, and on which days? \`/partnership meetings ${verb} council = 15 December, 5 January${verb === 'add' ? ' papers 10' : ''}\`.`,
      );
    }
    const days: string[] = [];
    for (const day of words.days) days.push(await read(day, ctx, line.asking));
    const list = days.map(dayWords).join(', ');
    if (verb === 'add') await addMeetings(ctx, { ...words, days });
    else await removeMeetings(ctx, { name: words.name, days });
    const lead = `${verb === 'add' ? 'Added' : 'Taken away'}: ${bold(words.name)} on ${list}.`;
    return meetingsMessage(await listMeetings(ctx, {}), sceneOf(ctx), lead);
  };
}

function sceneOf(ctx: Context): MeetingsScene {
  const own = organizationById(ctx.partnership, ctx.member?.organizationId ?? '');
  const zone = ctx.member?.timeZone ?? own?.timeZone ?? 'UTC';
  return {
    today: localDate(ctx.clock.now(), zone),
    organizations: presentOrganizations(ctx.partnership).map((organization) => ({
      id: organization.id,
      shortName: organization.shortName,
      calendar: workplaceOf(organization).calendar,
    })),
  };
}
