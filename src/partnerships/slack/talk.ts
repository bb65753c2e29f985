import type { Context } from '../../context.ts';
import { listMembers } from '../../members/list-members.ts';
import type { Answer, Message } from '../../slack/answer.ts';
import { actions, button, fitting, section } from '../../slack/blocks.ts';
import { cutMarkup, LIMITS } from '../../slack/limits.ts';
import { firstWord, type Line, type Talk } from '../../slack/line.ts';
import {
  type Waiting,
  type Waits,
  waitingBlocks,
  waitingHeading,
  waitingLines,
} from '../../slack/waiting.ts';
import { openSetup } from '../open-setup.ts';
import { setupForm } from './form-view.ts';
import { glance, type People } from './glance-talk.ts';
import { settingsMessage } from './glance-view.ts';
import { partnershipHelp } from './help-view.ts';
import { PARTNERSHIPS } from './ids.ts';
import { membersMessage } from './members-view.ts';
import { setUpInWords } from './setup-talk.ts';

const LATER = new Set([
  'pulse',
  'vision',
  'outcomes',
  'promises',
  'win',
  'concern',
  'ways',
  'export',
]);

/** Answers everything that begins with `partnership`, and hands the other talks their lines. */
export function createPartnershipTalk(
  others: Readonly<Record<string, Talk>>,
  people: People,
  waits: Waits,
): {
  readonly talk: Talk;
  readonly help: () => Message;
  /** With what waits for the one who asks before it. */
  readonly helpTalk: Talk;
  /** With what its lines begin. */
  readonly words: readonly string[];
} {
  const verbs: Readonly<Record<string, (line: Line, rest: string) => Promise<Answer>>> = {
    '': async (line) => {
      const ctx = await line.context();
      return waitingFirst(await waits(ctx), await glance(ctx));
    },
    members: async (line) => {
      const ctx = await line.context();
      return membersMessage(ctx.partnership, await listMembers(ctx), 1);
    },
    settings: async (line) => settingsMessage((await line.context()).partnership),
    setup: async (line, rest) => {
      if (!rest) return setup(await line.context());
      const withGuests = /^organi[sz]ation\s/i.test(rest);
      return setUpInWords(await line.context({ withGuests }), rest, people);
    },
  };
  const otherFor = (word: string) => (Object.hasOwn(others, word) ? others[word] : undefined);
  const takesLong = (words: string): boolean => {
    const { first, rest } = firstWord(words);
    return otherFor(first.toLowerCase())?.takesLong?.(rest) ?? false;
  };
  const talk: Talk = async (line) => {
    const { first, rest } = firstWord(line.raw);
    const word = first.toLowerCase();
    const other = otherFor(word);
    if (other) return other({ ...line, raw: rest, words: firstWord(line.words).rest });
    if (LATER.has(word)) return partnershipHelp(`\`${word}\` isn’t available yet. What I can do:`);
    const verb = Object.hasOwn(verbs, word) ? verbs[word] : undefined;
    return verb ? verb(line, rest.trim()) : partnershipHelp();
  };
  return {
    help: partnershipHelp,
    helpTalk: async (line) => {
      // Whoever takes part in nothing is helped all the same.
      const ctx = await line.context().catch(() => undefined);
      return waitingFirst(ctx ? await waits(ctx) : [], partnershipHelp());
    },
    words: [...Object.keys(others), ...Object.keys(verbs)].filter(Boolean),
    talk: Object.assign(talk, { takesLong }),
  };
}

/** Before everything else, where something waits. */
function waitingFirst(waiting: readonly Waiting[], message: Message): Message {
  if (waiting.length === 0) return message;
  const heading = waitingHeading(waiting);
  const { text, blocks = [] } = message;
  return {
    ...message,
    text: cutMarkup([heading, ...waitingLines(waiting), text].join('\n'), LIMITS.text),
    blocks: fitting(
      [section(`*${heading}*`), ...waitingBlocks(waiting), ...blocks],
      'There is more than Slack shows at once.',
    ),
  };
}

async function setup(ctx: Context): Promise<Answer> {
  const { own, members } = await openSetup(ctx);
  const text = 'To set up the partnership, open the form. Or write `/partnership setup help`.';
  const [value = ''] = ctx.partnership.channelIds;
  const open = button({ id: PARTNERSHIPS.setup, text: 'Open the form', value, style: 'primary' });
  return {
    view: setupForm(ctx.partnership, own, members),
    invitation: { text, blocks: [section(text), actions([open])] },
  };
}
