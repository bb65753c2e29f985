import type { Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import type { Message } from '../../slack/answer.ts';
import type { Asking } from '../../slack/asking.ts';
import type { Doors } from '../../slack/doors.ts';
import type { Talk } from '../../slack/line.ts';
import { sceneOf } from '../../slack/scene.ts';
import { localDate } from '../../time/calendar.ts';
import { askForFile } from '../ask-for-file.ts';
import { addressOf } from '../link-token.ts';
import { makeLink } from '../make-link.ts';
import { renewLink } from '../renew-link.ts';
import { seeLink } from '../see-link.ts';
import { turnOffLink } from '../turn-off-link.ts';
import {
  type CalendarScene,
  calendarMessage,
  FILE_COMES,
  linkMessage,
  NO_ADDRESS,
  offMessage,
} from './calendar-view.ts';
import { CALENDARS } from './ids.ts';

type Verb = (ctx: Context, asking: Asking) => Promise<Message>;

const WORDS: Readonly<Record<string, keyof ReturnType<typeof verbsFor>>> = {
  file: 'file',
  link: 'link',
  'new link': 'renew',
  'link new': 'renew',
  off: 'off',
  'link off': 'off',
};

/** `/partnership calendar [file|link|new link|off]`, and the same by buttons. */
export function createCalendarTalk(publicUrl: string | undefined): Talk {
  const verbs = verbsFor(publicUrl);
  return async (line) => {
    const words = line.words.trim().toLowerCase().replaceAll(/\s+/g, ' ');
    const verb = verbs[(Object.hasOwn(WORDS, words) && WORDS[words]) || 'show'];
    return verb(await line.context(), line.asking);
  };
}

export function registerCalendars(doors: Doors, publicUrl: string | undefined): void {
  const { file, link, renew, off } = verbsFor(publicUrl);
  const answer = (id: string, verb: Verb) =>
    doors.click(id, async ({ ctx, asking }) => ({ message: await verb(ctx, asking) }));
  answer(CALENDARS.file, file);
  answer(CALENDARS.link, link);
  answer(CALENDARS.renew, renew);
  answer(CALENDARS.off, off);
}

function verbsFor(publicUrl: string | undefined) {
  return {
    async show(ctx, asking) {
      return calendarMessage(await calendarScene(ctx, asking));
    },
    async file(ctx) {
      await askForFile(ctx);
      return FILE_COMES;
    },
    async link(ctx, asking) {
      const base = reachedAt();
      const token = await makeLink(ctx);
      const scene = await calendarScene(ctx, asking);
      if (!token) return calendarMessage(scene);
      return linkMessage({ address: addressOf(base, token), isAnew: false }, scene);
    },
    async renew(ctx, asking) {
      const address = addressOf(reachedAt(), await renewLink(ctx));
      return linkMessage({ address, isAnew: true }, await calendarScene(ctx, asking));
    },
    async off(ctx, asking) {
      await turnOffLink(ctx);
      return offMessage(await calendarScene(ctx, asking));
    },
  } satisfies Record<string, Verb>;

  function reachedAt(): string {
    if (!publicUrl) throw new Refusal('not-found', NO_ADDRESS);
    return publicUrl;
  }

  async function calendarScene(ctx: Context, asking: Asking): Promise<CalendarScene> {
    const { channelId, timeZone = 'UTC' } = sceneOf(ctx, asking);
    const link = await seeLink(ctx);
    return {
      partnershipName: ctx.partnership.name,
      channelId,
      publicUrl,
      linkMadeOn: link && localDate(link.madeAt, timeZone),
    };
  }
}
