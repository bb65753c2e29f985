import { type Context, transaction } from '../context.ts';
import { usesIn, withoutTerms } from '../explaining/lexicon.ts';
import { type Lexicons, readLexicon } from '../explaining/read-lexicon.ts';
import { acronymsIn } from '../glossary/acronyms.ts';
import { listEntries } from '../glossary/list-entries.ts';
import { normalize } from '../glossary/normalize.ts';
import { mondayOf } from '../glossary/week.ts';
import { localDate } from '../time/calendar.ts';
import { mayRemind, type Pointer, pointersIn } from './reminder.ts';
import { countAcronyms, listReminders, lockMember, putReminder } from './store.ts';

/**
 * Looks at one message of a channel that is read. Counts the acronyms that the glossary lacks, and
 * answers what its author is to be told now, if anything; of the text itself nothing is kept.
 */
export async function heedMessage(
  ctx: Context,
  input: { readonly text: string; readonly lexicons: Lexicons },
): Promise<Pointer | undefined> {
  const { text } = input;
  const lexicon = await readLexicon(ctx, input.lexicons);
  const uses = usesIn(text, lexicon);
  const termIds = uses.map(({ termId }) => termId);
  const left = acronymsIn(withoutTerms(text, lexicon, new Set(termIds)));
  const missing = acronymsIn(text).filter((letters) => left.includes(letters));
  if (missing.length > 0) {
    const acronyms = missing.map((letters) => ({ normalized: normalize(letters), text: letters }));
    const week = mondayOf(ctx.clock.now());
    await countAcronyms(ctx.db, ctx.partnership.id, acronyms, week);
  }
  if (!ctx.member || ctx.member.observer) return undefined;
  const entries = await listEntries(ctx, { termIds });
  const used = uses.flatMap(({ termId, avoided }) => {
    const entry = entries.find(({ id }) => id === termId);
    return entry ? [{ entry, avoided }] : [];
  });
  const pointers = pointersIn(used);
  return pointers.length > 0 ? claim(ctx, pointers) : undefined;
}

/** The first that the author's budget allows; from then on it counts as said. */
async function claim(ctx: Context, pointers: readonly Pointer[]): Promise<Pointer | undefined> {
  const { member, partnership } = ctx;
  if (!member) return undefined;
  const organization = partnership.organizations.find(({ id }) => id === member.organizationId);
  const timeZone = member.timeZone ?? organization?.timeZone ?? 'UTC';
  const now = ctx.clock.now();
  const dayOf = (instant: Date) => localDate(instant, timeZone);
  return transaction(ctx, async (tx) => {
    await lockMember(tx.db, partnership.id, member.id);
    const reminded = await listReminders(tx.db, partnership.id, member.id);
    const pointer = pointers.find(({ entry }) => mayRemind(entry.id, reminded, { now, dayOf }));
    if (!pointer) return undefined;
    const reminder = { memberId: member.id, termId: pointer.entry.id };
    await putReminder(tx.db, partnership.id, reminder, { remindedAt: now }, now);
    return pointer;
  });
}
