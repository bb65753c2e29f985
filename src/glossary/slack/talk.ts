import { isDoubt } from '../../agreements/proposal.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../database/client.ts';
import type { Kept, PartnershipCache } from '../../database/partnership-cache.ts';
import { Refusal } from '../../refusal.ts';
import { type AgreeingWord, agreeInWords, isAgreeingWord } from '../../slack/agreeing.ts';
import type { Answer, Message } from '../../slack/answer.ts';
import {
  firstWord,
  halves,
  type Line,
  nameAndReason,
  type PartTalk,
  type Talk,
} from '../../slack/line.ts';
import { bold } from '../../slack/mrkdwn.ts';
import { sceneOf } from '../../slack/scene.ts';
import { NEW } from '../../slack/value-in.ts';
import { defineTerm } from '../define-term.ts';
import { deprecateTerm } from '../deprecate-term.ts';
import { listLabels } from '../list-labels.ts';
import { listTerms } from '../list-terms.ts';
import { lookUpInChannel } from '../look-up-in-channel.ts';
import { findTerm, getTerm, lookUpTerm } from '../look-up-term.ts';
import { normalize } from '../normalize.ts';
import { searchTerms } from '../search-terms.ts';
import type { TermStatus } from '../term.ts';
import { termFault } from '../term.ts';
import { AGREEING } from './agreeing-talk.ts';
import { entryMessage, missedMessage } from './entry-view.ts';
import { defineForm, inviting } from './form-view.ts';
import { glossaryHelp } from './help-view.ts';
import { encodeAbout, GLOSSARY } from './ids.ts';
import { LISTED_STATUSES, listMessage } from './list-view.ts';
import { definedMessage, retiringMessage } from './outcome-view.ts';
import type { Scene } from './words.ts';

type LookUps = Pick<PartnershipCache<Message>, 'through'>;

type Verb = (ctx: Context, rest: string, scene: Scene) => Promise<Answer>;

const VERBS: Readonly<Record<string, Verb>> = {
  define,
  propose: define,
  deprecate,
  search,
  list,
};

/**
 * Answers everything that begins with `glossary`, by whichever door it came. `more` are the words that
 * other capabilities answer.
 */
export function createGlossaryTalk(
  db: Db,
  lookUps: LookUps,
  more: Readonly<Record<string, PartTalk>>,
): Talk {
  const partFor = (word: string) => (Object.hasOwn(more, word) ? more[word] : undefined);
  const takesLong = (words: string): boolean => {
    const { first, rest } = firstWord(words);
    return partFor(first.toLowerCase())?.takesLong?.(rest) ?? false;
  };
  const talk: Talk = async (line) => {
    const { first, rest } = firstWord(line.words);
    const word = first.toLowerCase();
    if (word === 'help' && !rest) return glossaryHelp();
    const other = partFor(word);
    const answer = await other?.({ ...line, words: rest, raw: firstWord(line.raw).rest });
    if (answer) return answer;
    const verb = verbOf(word, rest);
    if (!line.words) return list(await line.context(), 'agreed', await sceneFor(line));
    if (!verb) return lookUp(db, lookUps, line);
    const ctx = await line.context();
    return verb(ctx, rest.trim(), sceneOf(ctx, line.asking));
  };
  return Object.assign(talk, { takesLong });
}

async function sceneFor(line: Line): Promise<Scene> {
  return sceneOf(await line.context(), line.asking);
}

/** `list price` may be a term: a verb that does not take these words leaves them to the look-up. */
function verbOf(word: string, rest: string): Verb | undefined {
  if (
    word === 'list' &&
    rest &&
    !LISTED_STATUSES.includes(rest.trim().toLowerCase() as TermStatus)
  ) {
    return undefined;
  }
  if (isAgreeingWord(word)) return (ctx, words, scene) => agree(word, ctx, words, scene);
  return Object.hasOwn(VERBS, word) ? VERBS[word] : undefined;
}

async function lookUp(db: Db, lookUps: LookUps, line: Line): Promise<Answer> {
  const { asking, words } = line;
  const { channelId } = asking;
  // A command comes out of the channel now; an event may have waited, and who wrote it left since.
  if (channelId && asking.kind === 'command' && !asking.isDirect) {
    const known = await lookUps.through(`${channelId} ${words}`, () =>
      answerFor(db, channelId, words),
    );
    if (known) return known;
  }
  const ctx = await line.context();
  const scene = sceneOf(ctx, asking);
  const fault = termFault(words);
  if (fault) return glossaryHelp(fault);
  const result = await lookUpTerm(ctx, { text: words });
  return 'found' in result
    ? entryMessage(result.found, scene)
    : missedMessage(result.missed, result.suggestions, scene);
}

/** The answer that is the same for everybody in the channel, where there is one. */
async function answerFor(
  db: Db,
  channelId: string,
  text: string,
): Promise<Kept<Message> | undefined> {
  const hit = await lookUpInChannel(db, { channelId, text });
  if (!hit) return undefined;
  const { entry, organizations, partnershipId } = hit;
  return { partnershipId, value: entryMessage(entry, { organizations, channelId }) };
}

async function define(ctx: Context, words: string, scene: Scene): Promise<Answer> {
  const { name: term, rest } = halves(words);
  if (rest !== undefined) {
    const defined = await defineTerm(ctx, { text: term, content: { definition: rest } });
    return definedMessage(defined, scene);
  }
  const entry = term ? await findTerm(ctx, term) : undefined;
  const view = defineForm(entry ? { entry } : { text: term }, scene);
  const value = encodeAbout({ termId: entry?.id ?? NEW, version: 0, channelId: scene.channelId });
  return inviting(
    view,
    term
      ? `To propose what ${bold(term)} means, open the form.`
      : 'To propose a term, open the form.',
    'Open the form',
    GLOSSARY.define,
    entry || !term ? value : `${value} ${term}`,
  );
}

async function agree(
  word: AgreeingWord,
  ctx: Context,
  words: string,
  scene: Scene,
): Promise<Answer> {
  const { name, rest } = isDoubt(word)
    ? await nameAndReason(words, () => knownTerms(ctx))
    : { name: words, rest: undefined };
  const { id } = await getTerm(ctx, name);
  return agreeInWords(AGREEING, word, { ctx, scene, subjectId: id }, rest);
}

/** Tells whether some spelling of a term is exactly that. */
async function knownTerms(ctx: Context): Promise<(name: string) => boolean> {
  const labels = new Set((await listLabels(ctx)).map(({ normalized }) => normalized));
  return (name) => labels.has(normalize(name));
}

/** `deprecate TERM`, or `deprecate TERM -> OTHER`. */
async function deprecate(ctx: Context, words: string, scene: Scene): Promise<Answer> {
  const [term = '', other] = words.split(/->|→|=>/).map((part) => part.trim());
  const entry = await getTerm(ctx, term);
  const replacedBy = other ? await getTerm(ctx, other) : undefined;
  return retiringMessage(await deprecateTerm(ctx, { termId: entry.id, replacedBy }), scene);
}

export async function search(ctx: Context, words: string, scene: Scene, page = 1): Promise<Answer> {
  if (!words) {
    throw new Refusal(
      'invalid',
      'Which words? Write them after the command, like `/glossary search first appointment`.',
    );
  }
  const entries = await searchTerms(ctx, { words });
  const empty = `Nothing in the glossary mentions ${bold(words)}.`;
  return listMessage(
    { title: `Found for “${words}”`, entries, page, words: `search ${words}`, empty },
    scene,
  );
}

const EMPTY: Readonly<Record<string, string>> = {
  agreed: 'Nothing is agreed here yet. Propose a first term: `/glossary define TERM = DEFINITION`',
  proposed: 'Nothing is waiting for an answer.',
  disputed: 'Nothing is disputed.',
  deprecated: 'No term has been retired.',
};

export async function list(ctx: Context, words: string, scene: Scene, page = 1): Promise<Answer> {
  const status = LISTED_STATUSES.find((one) => one === words.toLowerCase());
  const entries = await listTerms(ctx, { status });
  return listMessage(
    {
      title: status ? `Terms ${status === 'deprecated' ? 'retired' : status}` : 'All terms',
      entries,
      page,
      words: `list ${status ?? ''}`.trim(),
      empty: EMPTY[status ?? 'agreed'] ?? '',
    },
    scene,
  );
}
