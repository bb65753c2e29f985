import { answer } from '../../agreements/answer.ts';
import { nothingOpen, REASON_WORDS } from '../../agreements/proposal.ts';
import { takeBack } from '../../agreements/take-back.ts';
import { Refusal } from '../../refusal.ts';
import type { Agreeing, AgreeingPlace } from '../../slack/agreeing.ts';
import { termAgreeable } from '../agreeable.ts';
import { getTermById } from '../look-up-term.ts';
import { termHistory } from '../term-history.ts';
import { clicked, submitted } from './clicked-talk.ts';
import { entryMessage } from './entry-view.ts';
import { objectForm } from './form-view.ts';
import { historyMessage } from './list-view.ts';
import { saidMessage } from './outcome-view.ts';
import type { Scene } from './words.ts';

const CHANGE = 'To change what was agreed: `/glossary define TERM = DEFINITION`';
const ASKED = { object: 'To object', concern: 'To note a concern' } as const;

/** What can be said of a term that is put forward. */
export const AGREEING: Agreeing<Scene> = {
  room: 'glossary',
  clicked: (click) => placeOf(clicked(click)),
  submitted: (submission) => placeOf(submitted(submission)),
  answer: (ctx, input) => answer(ctx, termAgreeable, input),
  takeBack: (ctx, input) => takeBack(ctx, termAgreeable, input),
  said: async ({ ctx, subjectId, scene }, said) =>
    saidMessage(await getTermById(ctx, subjectId), said, scene),
  async history({ ctx, subjectId, scene }) {
    const { entry, lines } = await termHistory(ctx, { termId: subjectId });
    return historyMessage(entry, lines, scene);
  },
  async ask({ ctx, subjectId, version, scene }, weight) {
    const entry = await getTermById(ctx, subjectId);
    if (!entry.open) {
      throw new Refusal('already-done', `${nothingOpen(entry.text)} ${CHANGE}`);
    }
    const { channelId } = scene;
    const about = { termId: entry.id, version: version ?? entry.open.version, channelId };
    const line = `/glossary ${weight} TERM = ${REASON_WORDS[weight]}`;
    const lead = `${ASKED[weight]}, press “Object”, or write \`${line}\`.`;
    return { view: objectForm(entry, about, weight), invitation: entryMessage(entry, scene, lead) };
  },
};

function placeOf({ ctx, scene, about }: ReturnType<typeof submitted>): AgreeingPlace<Scene> {
  return { ctx, scene, subjectId: about.termId, version: about.version };
}
