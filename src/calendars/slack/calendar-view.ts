import type { Button } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, section } from '../../slack/blocks.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { wholeDay } from '../calendar-entry.ts';
import { CALENDARS } from './ids.ts';

export type CalendarScene = {
  readonly partnershipName: string;
  /** A channel of the partnership, to find it again from a direct message. */
  readonly channelId: string;
  /** Where links lead; undefined where the administrator has not said where people reach the bot. */
  readonly publicUrl: string | undefined;
  /** The ISO date on which the reader's link was made. */
  readonly linkMadeOn: string | undefined;
};

const WHAT =
  'It holds the milestones that everybody may see, and the meetings that decide. No names of people, and no dates that not everybody may see yet.';
const IN_WORDS =
  'In words: `/partnership calendar file`, `/partnership calendar link`, `/partnership calendar new link`, `/partnership calendar off`.';

/** What the calendar is, and the ways to it. */
export function calendarMessage(scene: CalendarScene): Message {
  const lead = `The dates of ${bold(scene.partnershipName)} for your own calendar. ${WHAT}`;
  const now = scene.linkMadeOn
    ? `You have a link, made on ${wholeDay(scene.linkMadeOn)}. I keep no copy of its address: if it is lost or got out, make a new one, which ends the old.`
    : scene.publicUrl
      ? 'The file shows today. A link of your own stays up to date in Outlook, Google or Apple Calendar.'
      : NO_ADDRESS;
  return said([lead, now], buttonsFor(scene));
}

export const NO_ADDRESS =
  'A link that stays up to date is not possible here yet: the administrator has to set `PUBLIC_URL`, where people reach me. The file works: `/partnership calendar file`.';

export const FILE_COMES: Message = {
  text: 'I’m putting the file together; it comes to our direct messages, where only you see it.',
};

/** The one time that the address is told. Never in public: whoever has it reads the calendar. */
export function linkMessage(
  { address, isAnew }: { readonly address: string; readonly isAnew: boolean },
  scene: CalendarScene,
): Message {
  const lead = isAnew
    ? 'Your new link. The old one has ended.'
    : `Your link to the dates of ${bold(scene.partnershipName)}.`;
  const how =
    'In your calendar choose *subscribe by address*, or *from URL*, and paste it. Keep it to yourself: whoever has it can read these dates. I show it this once. If it gets out, make a new one or turn it off.';
  return {
    text: [lead, address, how].join('\n'),
    blocks: [section(lead), section(`\`${address}\``), section(how), actions(buttonsFor(scene))],
    isSecret: true,
  };
}

export function offMessage(scene: CalendarScene): Message {
  return said(
    ['Your link is turned off. Calendars that used it show what they read last, or nothing.'],
    buttonsFor(scene),
  );
}

/** Goes before the file. */
export function fileLead(
  { entries }: { readonly entries: number },
  scene: Pick<CalendarScene, 'partnershipName' | 'publicUrl'>,
): Message {
  const count =
    entries === 0 ? 'no dates yet' : `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
  const later = scene.publicUrl
    ? 'Opened again later, a newer file changes the same entries. `/partnership calendar link` keeps them up to date by itself.'
    : 'Opened again later, a newer file changes the same entries.';
  return {
    text: `The dates of ${bold(scene.partnershipName)} as a calendar file: ${count}. ${later}`,
  };
}

/** Where Slack did not take the file. */
export function fileProblem(sentence: string, { publicUrl }: Pick<CalendarScene, 'publicUrl'>) {
  const instead = publicUrl ? ' Until then `/partnership calendar link` gives you a link.' : '';
  return { text: `${sentence}${instead}` } satisfies Message;
}

function buttonsFor({ channelId: value, publicUrl, linkMadeOn }: CalendarScene): readonly Button[] {
  const file = button({ id: CALENDARS.file, text: 'Get the file', value });
  const off = button({ id: CALENDARS.off, text: 'Turn the link off', value, style: 'danger' });
  const link = linkMadeOn
    ? button({
        id: CALENDARS.renew,
        text: 'Make a new link',
        value,
        confirm: { question: 'The old link ends with it.', yes: 'Make a new link' },
      })
    : button({ id: CALENDARS.link, text: 'Make a link', value });
  return [file, ...(publicUrl ? [link] : []), ...(linkMadeOn ? [off] : [])];
}

function said(paragraphs: readonly string[], buttons: readonly Button[]): Message {
  return {
    text: [...paragraphs, IN_WORDS].join('\n'),
    blocks: [...paragraphs.map((one) => section(one)), actions(buttons), context(IN_WORDS)],
  };
}
