import { CHECKINS_NOUN } from './checkins/slack/talk.ts';
import { createMeetingsNoun } from './meetings/slack/talk.ts';
import { listOutlook } from './milestones/list-outlook.ts';
import type { Noun } from './slack/verbs/verb.ts';

/** The capabilities whose lines, buttons and forms are made of verbs; one joins by adding its noun. */
export const NOUNS: readonly Noun[] = [createMeetingsNoun(listOutlook) as Noun, CHECKINS_NOUN];
