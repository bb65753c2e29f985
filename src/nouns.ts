import { CAPABILITIES } from './capabilities.ts';
import type { Noun } from './slack/verbs/verb.ts';

/** Everything that is said by verbs. */
export const NOUNS: readonly Noun[] = CAPABILITIES.flatMap(({ nouns = [] }) => nouns);
