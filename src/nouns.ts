import { CHECKINS_NOUN } from './checkins/slack/talk.ts';
import type { Noun } from './slack/verbs/verb.ts';

/** The capabilities whose lines, buttons and forms are made of verbs; one joins by adding its noun. */
export const NOUNS: readonly Noun[] = [CHECKINS_NOUN];
