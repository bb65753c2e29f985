import { answer } from '../../agreements/answer.ts';
import { nothingOpen, REASON_WORDS } from '../../agreements/proposal.ts';
import { takeBack } from '../../agreements/take-back.ts';
import { listHistory } from '../../partnerships/list-history.ts';
import { Refusal } from '../../refusal.ts';
import type { Agreeing, AgreeingPlace } from '../../slack/agreeing.ts';
import { milestoneAgreeable } from '../agreeable.ts';
import { getMilestone } from '../get-milestone.ts';
import { type Clicked, clicked, submitted } from './clicked-talk.ts';
import { objectForm } from './form-view.ts';
import { historyMessage } from './history-view.ts';
import { MILESTONES } from './ids.ts';
import { valueFor } from './milestone-buttons.ts';
import { inviting, saidMessage } from './outcome-view.ts';
import { hintFor, type Scene } from './words.ts';

const ASKED = { object: 'What would have to change?', concern: 'What worries you?' } as const;

/** What can be said of a date that is put forward, or of giving a milestone up. */
export const AGREEING: Agreeing<Scene> = {
  room: 'milestones',
  clicked: (click) => placeOf(clicked(click)),
  submitted: (submission) => placeOf(submitted(submission)),
  answer: (ctx, input) => answer(ctx, milestoneAgreeable, input),
  takeBack: (ctx, input) => takeBack(ctx, milestoneAgreeable, input),
  said: async ({ ctx, subjectId, scene }, said) =>
    saidMessage(await getMilestone(ctx, { milestoneId: subjectId }), said, scene),
  // Dates given blind are not in it.
  async history({ ctx, subjectId, scene }) {
    const seen = await getMilestone(ctx, { milestoneId: subjectId });
    return historyMessage(seen, await listHistory(ctx, { subjectId }), scene);
  },
  async ask({ ctx, subjectId, scene }, weight) {
    const seen = await getMilestone(ctx, { milestoneId: subjectId });
    const { open, title } = seen.milestone;
    if (!open) throw new Refusal('already-done', nothingOpen(title));
    const how = hintFor(weight, title, REASON_WORDS[weight]);
    const value = valueFor(seen, scene);
    return {
      view: objectForm(seen, scene, weight),
      invitation: inviting(
        `${ASKED[weight]} ${how}, or the form.`,
        'Object',
        MILESTONES.object,
        value,
      ),
    };
  },
};

function placeOf({ ctx, scene, about }: Clicked): AgreeingPlace<Scene> {
  return { ctx, scene, subjectId: about.milestoneId, version: about.version };
}
