import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import { Refusal } from '../refusal.ts';
import type { HandlersOf } from '../schedule/queue.ts';
import type { Files } from '../slack/files.ts';
import { isCertainlyNotSent, type Poster } from '../slack/post.ts';
import { wordedFor } from '../slack/wording.ts';
import { endLink } from './end-link.ts';
import { readCalendar } from './read-calendar.ts';
import { fileLead, fileProblem } from './slack/calendar-view.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'calendars.end-link': true;
    'calendars.end-links': true;
    'calendars.send': true;
  }
}

export type CalendarParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly poster: Poster;
  readonly files: Files;
  readonly publicUrl: string | undefined;
};

/** Hands the file to the one who asked for it. */
export function calendarDeliveries(
  parts: CalendarParts,
): HandlersOf<'calendars.end-link' | 'calendars.end-links' | 'calendars.send'> {
  const { contextFor, poster, files, publicUrl } = parts;
  return {
    'calendars.end-link': async ({ partnershipId = '', memberId = '' }) => {
      await endLink(await contextFor(partnershipId), { memberId });
    },

    'calendars.end-links': async ({ partnershipId = '', organizationId = '' }) => {
      const ctx = await contextFor(partnershipId);
      const members = await listMembers(ctx);
      const theirs = members.filter((one) => one.organizationId === organizationId);
      for (const { id: memberId } of theirs) await endLink(ctx, { memberId });
    },

    'calendars.send': async ({ partnershipId = '', memberId = '' }) => {
      const ctx = await contextFor(partnershipId);
      const member = (await listMembers(ctx)).find(({ id }) => id === memberId);
      if (!member) return;
      const calendar = await readCalendar(ctx);
      const scene = { partnershipName: ctx.partnership.name, publicUrl };
      const lead = wordedFor('direct', fileLead(calendar, scene));
      const { channelId } = await poster.direct(member.slackUserId, lead);
      try {
        const bytes = new TextEncoder().encode(calendar.text);
        await files.send(channelId, {
          fileName: 'partnership.ics',
          title: ctx.partnership.name,
          bytes,
        });
      } catch (error) {
        if (!isCertainlyNotSent(error)) throw error;
        const sentence = error instanceof Refusal ? error.message : 'Slack did not take the file.';
        const problem = wordedFor('direct', fileProblem(sentence, { publicUrl }));
        await poster.direct(member.slackUserId, problem);
      }
    },
  };
}
