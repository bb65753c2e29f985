import { type Context, type TransactionContext, transaction } from '../context.ts';
import { listEntries } from '../glossary/list-entries.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { maySpeak, workplacesOf } from '../partnerships/workplaces.ts';
import { type Appointment, setAppointment } from '../schedule/appointments.ts';
import { nextTurn } from '../time/calendar.ts';
import { timingOf } from '../time/timing.ts';
import { closeWord, findOpenWord, listCandidates, openWord, type Word } from './store.ts';
import { type DueTurn, turnSince, WORD_DAY, wordStage } from './turn.ts';
import { inTurn, isSettled, waitsForAnswers } from './word-choice.ts';

/** What is to be said in the channel, once. */
export type WordToSay = Word & { readonly what: 'first' | 'once-more' };

/** The turn of the word of the week: what was settled makes room, and one open term takes it. */
export function turnWord(ctx: Context, input: DueTurn): Promise<WordToSay | undefined> {
  const now = ctx.clock.now();
  const places = workplacesOf(ctx.partnership);
  const appointment: Appointment = { partnershipId: ctx.partnership.id, what: 'upkeep.word' };
  return transaction(ctx, async (tx) => {
    if (!input.isMakeUp) {
      const next = nextTurn({ weekday: WORD_DAY, places, after: now });
      await setAppointment(tx.db, appointment, next);
    }
    const { dueAt } = input;
    const timing = timingOf(
      places,
      input.isMakeUp ? dueAt : turnSince(WORD_DAY, places, dueAt),
      now,
    );
    if (timing === 'not-yet' || !maySpeak(ctx.partnership)) return undefined;
    if (timing !== 'now') {
      await setAppointment(tx.db, { ...appointment, about: 'make-up' }, timing.makeUpAt);
      return undefined;
    }
    const word = await findOpenWord(tx.db, ctx.partnership.id);
    return word ? goOn(tx, word) : putNext(tx);
  });
}

async function goOn(ctx: TransactionContext, word: Word): Promise<WordToSay | undefined> {
  const now = ctx.clock.now();
  const { openedAt } = word;
  const stage = wordStage({ openedAt, places: workplacesOf(ctx.partnership), now });
  const [entry] = await listEntries(ctx, { termIds: [word.termId] });
  const isOpen = entry && !isSettled(entry);
  if (stage === 'fresh') return isOpen ? { ...word, what: 'first' } : undefined;
  if (isOpen && stage === 'once-more') {
    return waitsForAnswers(entry, presentIds(ctx)) ? { ...word, what: 'once-more' } : undefined;
  }
  const other = await findNext(ctx);
  if (isOpen && !other) return undefined;
  await closeWord(ctx.db, ctx.partnership.id, word, now);
  return other ? put(ctx, other) : undefined;
}

async function putNext(ctx: TransactionContext): Promise<WordToSay | undefined> {
  const termId = await findNext(ctx);
  return termId === undefined ? undefined : put(ctx, termId);
}

/** Nothing is to be said where another turn was quicker: it says its own. */
async function put(ctx: TransactionContext, termId: string): Promise<WordToSay | undefined> {
  const word = { termId, openedAt: ctx.clock.now() };
  const isOpened = await openWord(ctx.db, ctx.partnership.id, word);
  return isOpened ? { ...word, what: 'first' } : undefined;
}

/** The first in turn that waits for somebody; usually the first one does. */
async function findNext(ctx: TransactionContext): Promise<string | undefined> {
  const candidates = await listCandidates(ctx.db, ctx.partnership.id);
  for (const { termId } of inTurn(candidates, ctx.clock.now())) {
    const [entry] = await listEntries(ctx, { termIds: [termId] });
    if (entry && waitsForAnswers(entry, presentIds(ctx))) return termId;
  }
  return undefined;
}

function presentIds(ctx: Context): readonly string[] {
  return presentOrganizations(ctx.partnership).map(({ id }) => id);
}
