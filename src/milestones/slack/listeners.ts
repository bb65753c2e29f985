import { endorse, registerAgreeing } from '../../slack/agreeing.ts';
import { isForm, type Message } from '../../slack/answer.ts';
import type { Doors } from '../../slack/doors.ts';
import type { Poster } from '../../slack/post.ts';
import { sceneOf } from '../../slack/scene.ts';
import { numberIn } from '../../slack/value-in.ts';
import type { ReadDate } from '../../time/dates/read-date.ts';
import { completeMilestone } from '../complete-milestone.ts';
import { explainMove } from '../explain-move.ts';
import { moveReasonIn } from '../forecast.ts';
import { getMilestone } from '../get-milestone.ts';
import { listMilestones } from '../list-milestones.ts';
import { proposeDate } from '../propose-date.ts';
import { reopenMilestone } from '../reopen-milestone.ts';
import { reportForecast } from '../report-forecast.ts';
import { shareMilestone } from '../share-milestone.ts';
import { AGREEING } from './agreeing-talk.ts';
import { type Clicked, clicked, placed } from './clicked-talk.ts';
import { carryOut, type DateReader } from './dated-talk.ts';
import { registerMilestoneForms } from './form-listeners.ts';
import { addForm } from './form-view.ts';
import { decodePending, MILESTONES } from './ids.ts';
import { listMessage } from './list-view.ts';
import { milestoneMessage, sharedMessage } from './milestone-view.ts';
import { doneMessage, proposedMessage, reopenedMessage, reportedMessage } from './outcome-view.ts';
import { MOVE_WORDS } from './words.ts';

export type MilestonesParts = {
  readonly poster: Poster;
  /** Finds the first date that a message speaks of. */
  readonly findDate: DateReader;
};

export function registerMilestones(doors: Doors, parts: MilestonesParts): void {
  answerButtons(doors);
  registerMilestoneForms(doors);
  listButtons(doors);

  doors.present('milestones', async (click, lead) => {
    const { ctx, scene, about } = clicked(click);
    return milestoneMessage(await getMilestone(ctx, about), scene, lead);
  });

  doors.click(MILESTONES.share, async (click) => {
    const { ctx, scene, about } = clicked(click);
    const { milestoneId } = about;
    const { channelId } = scene;
    await shareMilestone(ctx, { milestoneId, channelId }, (seen, by) =>
      parts.poster.saying(sharedMessage(seen, scene, by)),
    );
    return { message: { text: `Shared in <#${channelId}>.` } };
  });

  doors.shortcut(MILESTONES.shortcut, async ({ messageText, asking, ctx }) => {
    const found: ReadDate = await parts.findDate(messageText, ctx, asking);
    const [first = ''] = messageText.split('\n');
    const isShort = first.length <= 80 && first === messageText.trim();
    return addForm(
      {
        ...(isShort ? { title: first } : { doneMeans: messageText.slice(0, 300) }),
        ...(found.kind === 'date' && { on: found.on }),
      },
      sceneOf(ctx, asking),
    );
  });
}

function answerButtons(doors: Doors): void {
  registerAgreeing(doors, AGREEING);
  const answer = (id: string, handle: (given: Clicked) => Promise<Message>) =>
    doors.click(id, async (click) => ({ message: await handle(clicked(click)) }));

  answer(MILESTONES.still, async ({ ctx, scene, about }) => {
    // The date that they looked at, not whichever holds by now.
    const on = about.on;
    return reportedMessage(
      await reportForecast(ctx, { milestoneId: about.milestoneId, on }),
      scene,
    );
  });
  answer(MILESTONES.done, async ({ ctx, scene, about }) =>
    doneMessage(await completeMilestone(ctx, { milestoneId: about.milestoneId }), scene),
  );
  answer(MILESTONES.reopen, async ({ ctx, scene, about: { milestoneId } }) =>
    reopenedMessage(await reopenMilestone(ctx, { milestoneId }), scene),
  );
  answer(MILESTONES.propose, async ({ ctx, scene, about: { milestoneId, on = '' } }) => {
    const { milestone } = await getMilestone(ctx, { milestoneId });
    // Somebody else put exactly this day forward: a click on it is a yes.
    if (milestone.open?.content.on === on) {
      return endorse(AGREEING, { ctx, scene, subjectId: milestoneId });
    }
    return proposedMessage(await proposeDate(ctx, { milestoneId, on }), scene);
  });
  doors.click(new RegExp(`^${MILESTONES.reason}\\.\\d+$`), async (click) => {
    const { ctx, scene, about } = clicked(click);
    const { milestoneId, on = '' } = about;
    const reason = moveReasonIn(click.value.split(' ').at(-1) ?? '');
    if (!reason) return {};
    const seen = await explainMove(ctx, { milestoneId, on, reason });
    return { replace: milestoneMessage(seen, scene, `Saved. Why: ${MOVE_WORDS[reason]}.`) };
  });
  doors.click(new RegExp(`^${MILESTONES.confirm}\\.\\d+$`), async (click) => {
    const pending = decodePending(click.value);
    const { ctx, scene } = placed(click);
    const done = await carryOut(ctx, scene, pending);
    return isForm(done) ? { form: done.view } : { replace: done };
  });
}

function listButtons(doors: Doors): void {
  doors.click(new RegExp(`^${MILESTONES.show}\\.\\d+$`), async (click) => {
    const { ctx, scene, about } = clicked(click);
    return { message: milestoneMessage(await getMilestone(ctx, about), scene) };
  });
  for (const id of [MILESTONES.list, MILESTONES.listNext]) {
    doors.click(id, async (click) => {
      const [number = '1'] = click.value.split(' ');
      const { ctx, scene } = placed(click);
      return { replace: listMessage(await listMilestones(ctx), numberIn(number, 1), scene) };
    });
  }
}
