import type { Message } from '../../slack/answer.ts';
import { context, section } from '../../slack/blocks.ts';

const LINES = [
  '`/glossary TERM`  what you agreed a word means, and how each organization uses it',
  '`/glossary define TERM = DEFINITION`  propose a meaning; `/glossary help` tells the rest',
  '`/partnership milestones`  what is to be reached and by when; `/partnership milestones help` tells the rest',
  '`/partnership meetings`  the council and board days that decide, with when papers are due',
  '`/partnership hours`  when everybody works: closed days, holidays, quiet hours, and your own hours',
  '`/partnership timeline`  all dates on one line, and how they moved',
  '`/partnership calendar`  the same dates in your own calendar, as a file or by a link',
  '`/partnership checkins`  25 minutes with somebody of another organization now and then',
  '`/partnership digest now`  the week in six lines; `/partnership digest` says when it comes',
  '`/partnership`  who works together here, and what is still missing',
  '`/partnership setup`  names, sector, coordinators, representatives and guests; `/partnership setup help` in words',
  '`/partnership members`  who has taken part',
  '`/partnership settings`  how agreements are made here',
];

const WHO =
  'Only you see my answers. I read only what is addressed to me. In a direct message to me `milestones` or `timeline` alone is enough.';

export function partnershipHelp(about?: string): Message {
  const lines = LINES.join('\n');
  return {
    text: [...(about ? [about] : []), lines, WHO].join('\n'),
    blocks: [...(about ? [section(about)] : []), section(lines), context(WHO)],
  };
}

const SETUP_LINES = [
  '`/partnership setup name Open Doors to Care`',
  '`/partnership setup purpose Fewer missed first appointments`',
  '`/partnership setup rename City of Alder Falls`  your organization',
  '`/partnership setup short City`',
  '`/partnership setup sector public` (or `nonprofit`, `private`)',
  '`/partnership setup zone America/Chicago`',
  '`/partnership setup organization Lantern Health`  one whose people are guests here',
  '`/partnership setup guest @person Lantern Health`',
  '`/partnership setup domain lantern.example Lantern Health`',
  '`/partnership setup coordinator @person`  looks after the partnership for you',
  '`/partnership setup representative @person`  speaks for you',
  '`/partnership setup observer @person`  looks up and nothing else',
  '`/partnership setup remove @person`  takes their roles away',
];

export function setupHelp(about: string): Message {
  const lines = SETUP_LINES.join('\n');
  return { text: `${about}\n${lines}`, blocks: [section(about), section(lines)] };
}
