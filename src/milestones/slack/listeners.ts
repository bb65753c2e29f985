import type { Context } from '../../context.ts';
import { rememberPosted } from '../../postings/remember-posted.ts';
import { Refusal } from '../../refusal.ts';
import { isForm, type Message } from '../../slack/answer.ts';
import type { Click, Doors, Submission } from '../../slack/doors.ts';
import type { FormValues } from '../../slack/form.ts';
import type { Poster } from '../../slack/post.ts';
import { addMilestone } from '../add-milestone.ts';
import { completeMilestone } from '../complete-milestone.ts';
import type { ReadDate } from '../dates/read-date.ts';
import { endorseMilestone } from '../endorse-milestone.ts';
import { moveReasonIn } from '../forecast.ts';
import { getMilestone } from '../get-milestone.ts';
import { giveDates } from '../give-dates.ts';
import { listMilestones } from '../list-milestones.ts';
import { milestoneHistory } from '../milestone-history.ts';
import { objectToMilestone } from '../object-to-milestone.ts';
import { planMilestone } from '../plan-milestone.ts';
import { proposeDate } from '../propose-date.ts';
import { reopenMilestone } from '../reopen-milestone.ts';
import { reportForecast } from '../report-forecast.ts';
import { sayConfidence } from '../say-confidence.ts';
import { stepOut } from '../step-out.ts';
import { carryOut, type DateReader } from './dated-talk.ts';
import {
  addForm,
  confidenceForm,
  datesForm,
  moveForm,
  objectForm,
  proposeForm,
  stepOutForm,
} from './form-view.ts';
import { type About, decodeAbout, decodePending, MILESTONES } from './ids.ts';
import { historyMessage, listMessage } from './list-view.ts';
import { milestoneMessage, sharedMessage } from './milestone-view.ts';
import {
  addedMessage,
  datesMessage,
  doneMessage,
  endorsedMessage,
  objectedMessage,
  proposedMessage,
  reopenedMessage,
  reportedMessage,
} from './outcome-view.ts';
import { stepsIn } from './plan-talk.ts';
import { planForm } from './plan-view.ts';
import { sceneOf } from './talk.ts';
import type { Scene } from './words.ts';

export type MilestonesParts = {
  readonly poster: Poster;
  /** Finds the first date that a message speaks of. */
  readonly findDate: DateReader;
};

type Clicked = { readonly ctx: Context; readonly scene: Scene; readonly about: About };

export function registerMilestones(doors: Doors, parts: MilestonesParts): void {
  answerButtons(doors);
  formButtons(doors);
  forms(doors);
  listButtons(doors);

  doors.click(MILESTONES.share, async (click) => {
    const { ctx, scene, about } = await clicked(click);
    const seen = await getMilestone({ ...ctx, member: undefined }, about);
    const message = sharedMessage(seen, scene, ctx.member?.displayName);
    const ts = await parts.poster.post(scene.channelId, message);
    const version = seen.milestone.latestVersion;
    const key = { subjectId: seen.milestone.id, what: 'milestones.shared', version };
    await rememberPosted(ctx, key, { channelId: scene.channelId, ts });
    return { message: { text: `Shared in <#${scene.channelId}>.` } };
  });

  doors.shortcut(MILESTONES.shortcut, async ({ messageText, asking, context }) => {
    const ctx = await context();
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
  const answer = (id: string, handle: (given: Clicked) => Promise<Message>) =>
    doors.click(id, async (click) => ({ message: await handle(await clicked(click)) }));

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
  answer(MILESTONES.endorse, async ({ ctx, scene, about }) =>
    endorsedMessage(await endorseMilestone(ctx, about), scene),
  );
  answer(MILESTONES.history, async ({ ctx, scene, about }) => {
    const { seen, lines } = await milestoneHistory(ctx, about);
    return historyMessage(seen, lines, scene);
  });
  answer(MILESTONES.propose, async ({ ctx, scene, about: { milestoneId, on = '' } }) => {
    const { milestone } = await getMilestone(ctx, { milestoneId });
    // Somebody else put exactly this day forward: a click on it is a yes.
    if (milestone.open?.content.on === on) {
      return endorsedMessage(await endorseMilestone(ctx, { milestoneId }), scene);
    }
    return proposedMessage(await proposeDate(ctx, { milestoneId, on }), scene);
  });
  doors.click(new RegExp(`^${MILESTONES.confirm}\\.\\d+$`), async (click) => {
    const pending = decodePending(click.value);
    const { ctx, scene } = await placed(click, pending.channelId);
    const done = await carryOut(ctx, scene, pending);
    return isForm(done) ? { form: done.view } : { replace: done };
  });
}

function formButtons(doors: Doors): void {
  const open = (id: string, view: typeof datesForm) =>
    doors.click(id, async (click) => {
      const { ctx, scene, about } = await clicked(click);
      return { form: view(await getMilestone(ctx, about), scene) };
    });
  open(MILESTONES.dates, datesForm);
  open(MILESTONES.move, moveForm);
  open(MILESTONES.object, objectForm);
  open(MILESTONES.confidence, confidenceForm);
  open(MILESTONES.stepOut, stepOutForm);

  doors.click(MILESTONES.add, async (click) => {
    const { ctx, scene } = await clicked(click);
    const title = click.value.split(' ').slice(4).join(' ');
    return {
      form: addForm(title ? { title } : {}, { ...scene, viewer: ctx.member?.organizationId }),
    };
  });
  doors.click(MILESTONES.split, async (click) => {
    const { ctx, scene, about } = await clicked(click);
    const { milestone } = await getMilestone(ctx, about);
    return { form: addForm({ title: `${milestone.title}: first part`, on: about.on }, scene) };
  });
  doors.click(MILESTONES.proposeOther, async (click) => {
    const { ctx, scene, about } = await clicked(click);
    return { form: proposeForm(await getMilestone(ctx, about), scene, about.on) };
  });
  doors.click(MILESTONES.plan, async (click) => {
    const { ctx, scene, about } = await clicked(click);
    const all = await listMilestones(ctx);
    const others = all
      .map(({ milestone }) => milestone)
      .filter(({ id }) => id !== about.milestoneId);
    return { form: planForm(await getMilestone(ctx, about), others, scene) };
  });
}

function forms(doors: Doors): void {
  type Filled = Clicked & { readonly values: FormValues };
  const form = (id: string, handle: (given: Filled) => Promise<Message>) =>
    doors.form(id, async (submission) =>
      handle({ ...(await submitted(submission)), values: submission.values }),
    );

  form(MILESTONES.add, async ({ ctx, scene, values }) => {
    const added = await addMilestone(ctx, {
      title: values.text('title'),
      on: values.text('target') || undefined,
      earliestOn: values.text('earliest') || undefined,
      latestOn: values.text('latest') || undefined,
      doneMeans: values.text('doneMeans'),
      ownerOrganizationId: values.text('organization') || undefined,
      ownerUserId: values.text('owner') || undefined,
      contributors: values.list('contributors'),
    });
    return addedMessage(added, scene);
  });
  form(MILESTONES.dates, async ({ ctx, scene, about: { milestoneId }, values }) => {
    const targetOn = values.text('target');
    const given = await giveDates(ctx, {
      milestoneId,
      targetOn,
      earliestOn: values.text('earliest') || undefined,
      latestOn: values.text('latest') || undefined,
      confidence: Number(values.text('confidence')) || undefined,
      note: values.text('note') || undefined,
    });
    return datesMessage(given, targetOn, scene);
  });
  form(MILESTONES.move, async ({ ctx, scene, about: { milestoneId }, values }) => {
    const reported = await reportForecast(ctx, {
      milestoneId,
      on: values.text('target'),
      reason: moveReasonIn(values.text('reason')),
      remainingWorkingDays: daysIn(values.text('remaining')),
    });
    return reportedMessage(reported, scene);
  });
  form(MILESTONES.propose, async ({ ctx, scene, about: { milestoneId }, values }) =>
    proposedMessage(await proposeDate(ctx, { milestoneId, on: values.text('target') }), scene),
  );
  form(MILESTONES.stepOut, async ({ ctx, scene, about: { milestoneId }, values }) =>
    addedMessage(await stepOut(ctx, { milestoneId, on: values.text('target') }), scene),
  );
  form(MILESTONES.object, async ({ ctx, scene, about: { milestoneId, version }, values }) =>
    objectedMessage(
      await objectToMilestone(ctx, { milestoneId, version, reason: values.text('reason') }),
      scene,
    ),
  );
  form(MILESTONES.confidence, async ({ ctx, scene, about: { milestoneId }, values }) => {
    const value = Number(values.text('confidence'));
    const seen = await sayConfidence(ctx, { milestoneId, value });
    return milestoneMessage(seen, scene, 'Saved, with your organization’s name.');
  });
  form(MILESTONES.plan, async ({ ctx, scene, about: { milestoneId }, values }) => {
    const seen = await planMilestone(ctx, {
      milestoneId,
      ownerUserId: values.text('owner') || undefined,
      remainingWorkingDays: daysIn(values.text('remaining')),
      latestAcceptableOn: values.text('latest') || null,
      steps: stepsIn(values.text('steps')),
      dependsOn: values.list('dependsOn'),
    });
    return milestoneMessage(seen, scene, 'Saved.');
  });
}

function listButtons(doors: Doors): void {
  doors.click(new RegExp(`^${MILESTONES.show}\\.\\d+$`), async (click) => {
    const { ctx, scene, about } = await clicked(click);
    return { message: milestoneMessage(await getMilestone(ctx, about), scene) };
  });
  for (const id of [MILESTONES.list, MILESTONES.listNext]) {
    doors.click(id, async (click) => {
      const [number = '1', channelId = ''] = click.value.split(' ');
      const { ctx, scene } = await placed(click, channelId);
      return { replace: listMessage(await listMilestones(ctx), Number(number), scene) };
    });
  }
}

function daysIn(text: string): number | undefined {
  if (!text) return undefined;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new Refusal('invalid', 'A whole number of working days, such as 12.', 'remaining');
}

async function clicked(click: Click): Promise<Clicked> {
  const about = decodeAbout(click.value);
  return { ...(await placed(click, about.channelId)), about };
}

/** A button outside a channel finds its partnership by the channel that it carries. */
async function placed(click: Click, channelId: string): Promise<{ ctx: Context; scene: Scene }> {
  const isInChannel = click.asking.channelId !== undefined && !click.asking.isDirect;
  const ctx = await click.context(isInChannel ? {} : { channelId });
  return { ctx, scene: sceneOf(ctx, click.asking) };
}

async function submitted(submission: Submission): Promise<Clicked> {
  const ctx = await submission.context();
  const about = decodeAbout(submission.about);
  return { ctx, about, scene: { ...sceneOf(ctx, submission.asking), channelId: about.channelId } };
}
