import { foundSubject } from '../agreements/found-subject.ts';
import { openProposal } from '../agreements/open-proposal.ts';
import { takeStance } from '../agreements/take-stance.ts';
import { actingMember, type Context, type TransactionContext, transaction } from '../context.ts';
import { isConflict } from '../database/errors.ts';
import { speakingMember } from '../members/speaking-member.ts';
import { Refusal } from '../refusal.ts';
import { termAgreeable } from './agreeable.ts';
import { beginCollecting } from './begin-collecting.ts';
import { checkDefinition, type DefinitionAdvice } from './definition-check.ts';
import type { Entry } from './entry.ts';
import { expansionIn } from './expansion.ts';
import { holdTerm } from './hold-term.ts';
import { keepMeanings } from './keep-meanings.ts';
import { findTerm, getTermById } from './look-up-term.ts';
import { normalize } from './normalize.ts';
import { revealMeanings } from './reveal-meanings.ts';
import { findPreferredElsewhere, insertTerm, listLabels } from './store.ts';
import { continueThread, tellChannel } from './tell-channel.ts';
import {
  DEFINITION_LIMIT,
  isSameMeaning,
  type TermChange,
  type TermContent,
  termFault,
  withChange,
} from './term.ts';

export type DefineInput = {
  readonly text: string;
  readonly content: TermChange;
  readonly editorial?: boolean;
  /** The newest version the author has seen, when they changed one in a form. */
  readonly seenVersion?: number;
};

export type Defined = {
  readonly entry: Entry;
  readonly outcome:
    | 'proposed'
    | 'changed'
    /** The words were those that another organization had put forward. */
    | 'endorsed'
    | 'agreed'
    /** The meanings of two organizations differ: each is asked for its own, blind. */
    | 'collecting'
    | 'revealed';
  readonly advice: readonly DefinitionAdvice[];
};

/**
 * Puts a meaning forward that all would share. What each organization means by the term, in its own words,
 * is another thing: it is written here only where meanings are being compared.
 */
export async function defineTerm(ctx: Context, input: DefineInput): Promise<Defined> {
  const { text, longForm } = shortAndLong(input.text.trim());
  const change = { ...input.content, definition: input.content.definition.trim() };
  refuseFaults(text, change);
  try {
    const { entry, outcome } = await transaction(ctx, async (tx) => {
      const step = await define(tx, { ...input, text, content: change, longForm });
      // Of what is agreed the channel is told by that.
      if (step.outcome !== 'agreed') await tellChannel(tx, step.entry.id);
      if (step.outcome === 'changed') await continueThread(tx, step.entry.id, 'changed');
      return step;
    });
    const labels = await listLabels(ctx.db, ctx.partnership.id);
    const advice = checkDefinition(
      entry.text,
      change.definition,
      labels.map((label) => label.text),
    );
    return { entry: await getTermById(ctx, entry.id), outcome, advice };
  } catch (error) {
    // Two people defined the same new word at once: the second speaks about the first one's term.
    if (isConflict(error, 'term_partnership_id_normalized_key')) return defineTerm(ctx, input);
    throw error;
  }
}

/** “Memorandum of understanding (MOU)” is MOU, and its long form leads to it too. */
function shortAndLong(text: string): {
  readonly text: string;
  readonly longForm: string | undefined;
} {
  const [pair] = expansionIn(text);
  if (!pair || text !== `${pair.long} (${pair.short})`) return { text, longForm: undefined };
  return { text: pair.short, longForm: pair.long };
}

type Step = {
  readonly entry: { readonly id: string; readonly text: string };
  readonly outcome: Defined['outcome'];
};

async function define(
  ctx: TransactionContext,
  input: DefineInput & { readonly longForm: string | undefined },
): Promise<Step> {
  const { text, content: change } = input;
  const member = actingMember(ctx);
  const found = await findTerm(ctx, text);
  const entry = found && (await holdTerm(ctx, found.id));
  const standing = entry?.open?.content ?? entry?.agreed?.content;
  const content = contentOf(standing, input);
  await refuseTakenLabel(ctx, content.preferredLabel ?? entry?.text ?? text, entry?.id);
  if (!entry) return defineNew(ctx, text, content);
  if (entry.isCollecting) return collect(ctx, entry, change.definition);
  if (standing && isSameContent(standing, content)) return confirm(ctx, entry);
  const isOthers = entry.open !== undefined && entry.open.organizationId !== member.organizationId;
  const isFirstConflict = isOthers && !entry.agreed && entry.conflict === undefined;
  if (isFirstConflict && ctx.partnership.blindFirst) {
    await beginCollecting(ctx, entry);
    return collect(ctx, entry, change.definition);
  }
  const outcome = await propose(ctx, entry.id, content, input);
  return { entry, outcome: outcome === 'proposed' ? 'changed' : outcome };
}

/** A retired term of which somebody says what it means is to be used again. */
function contentOf(
  standing: TermContent | undefined,
  given: { readonly content: TermChange; readonly longForm: string | undefined },
): TermContent {
  const { content: change, longForm } = given;
  const content = withChange(standing, { ...change, deprecated: undefined, replacedBy: undefined });
  if (!longForm) return content;
  return { ...content, aliases: [...new Set([...(content.aliases ?? []), longForm])] };
}

async function defineNew(
  ctx: TransactionContext,
  text: string,
  content: TermContent,
): Promise<Step> {
  const id = await foundSubject(ctx, 'term');
  const term = { id, text, normalized: normalize(text), createdAt: ctx.clock.now() };
  await insertTerm(ctx.db, ctx.partnership.id, term);
  return { entry: term, outcome: await propose(ctx, id, content, {}) };
}

async function propose(
  ctx: TransactionContext,
  subjectId: string,
  content: TermContent,
  how: Pick<DefineInput, 'editorial' | 'seenVersion'>,
): Promise<'proposed' | 'agreed'> {
  const { standing } = await openProposal(ctx, termAgreeable, {
    subjectId,
    content,
    floorWorkingDays: ctx.partnership.termFloorWorkingDays,
    ...(how.editorial && { editorial: true }),
    seenVersion: how.seenVersion,
  });
  return standing.state === 'agreed' ? 'agreed' : 'proposed';
}

/** The same words as what stands: another organization's yes, or nothing new. */
async function confirm(ctx: TransactionContext, entry: Entry): Promise<Step> {
  if (!entry.open) {
    throw new Refusal(
      'already-done',
      `That is what you all agreed “${entry.text}” means. Nothing has changed.`,
    );
  }
  if (entry.open.organizationId === actingMember(ctx).organizationId) {
    throw new Refusal(
      'already-done',
      `Your organization has put exactly that forward already (version ${entry.open.version}). The others still have to speak.`,
    );
  }
  const { standing } = await takeStance(ctx, termAgreeable, {
    subjectId: entry.id,
    kind: 'endorse',
  });
  return { entry, outcome: standing.state === 'agreed' ? 'agreed' : 'endorsed' };
}

/** One more organization's own meaning, kept from the others until every one has written its own. */
async function collect(ctx: TransactionContext, entry: Entry, meaning: string): Promise<Step> {
  const { id: memberId, organizationId } = await speakingMember(ctx, 'definition');
  const own = { termId: entry.id, organizationId, memberId, meaning, relation: 'same' as const };
  await keepMeanings(ctx, { meanings: [own], isBlind: true });
  const isComplete = await revealMeanings(ctx, { termId: entry.id });
  return { entry, outcome: isComplete ? 'revealed' : 'collecting' };
}

function isSameContent(a: TermContent, b: TermContent): boolean {
  const shape = ({ definition: _, ...rest }: TermContent) =>
    JSON.stringify(Object.entries(rest).sort());
  return isSameMeaning(a.definition, b.definition) && shape(a) === shape(b);
}

function refuseFaults(text: string, { definition }: TermChange): void {
  const fault = termFault(text);
  if (fault) throw new Refusal('invalid', fault, 'term');
  if (!definition) {
    throw new Refusal(
      'invalid',
      `What does “${text}” mean? Write it after the equals sign: \`/glossary define TERM = DEFINITION\`.`,
      'definition',
    );
  }
  if (definition.length > DEFINITION_LIMIT) {
    throw new Refusal(
      'invalid',
      `That definition has ${definition.length} characters; ${DEFINITION_LIMIT} is the most. One or two sentences usually serve best.`,
      'definition',
    );
  }
}

async function refuseTakenLabel(
  ctx: TransactionContext,
  label: string,
  termId: string | undefined,
): Promise<void> {
  const other = await findPreferredElsewhere(ctx.db, ctx.partnership.id, normalize(label), termId);
  if (!other) return;
  throw new Refusal(
    'invalid',
    `“${label}” is already the preferred word for “${other}”. One word can be preferred for one idea only: choose another, or change “${other}” first.`,
    'preferred',
  );
}
