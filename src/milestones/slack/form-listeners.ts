import { Refusal } from '../../refusal.ts';
import type { Message } from '../../slack/answer.ts';
import type { Doors } from '../../slack/doors.ts';
import type { FormValues } from '../../slack/form.ts';
import { idIn } from '../../slack/value-in.ts';
import { addMilestone } from '../add-milestone.ts';
import { moveReasonIn } from '../forecast.ts';
import { getMilestone } from '../get-milestone.ts';
import { giveDates } from '../give-dates.ts';
import { listMilestones } from '../list-milestones.ts';
import { refuseUnlessOwned } from '../owned-milestone.ts';
import { planMilestone } from '../plan-milestone.ts';
import { proposeDate } from '../propose-date.ts';
import { reportForecast } from '../report-forecast.ts';
import { sayConfidence } from '../say-confidence.ts';
import { stepOut } from '../step-out.ts';
import { type Clicked, clicked, submitted } from './clicked-talk.ts';
import { refuseEarly } from './dated-talk.ts';
import {
  addForm,
  confidenceForm,
  datesForm,
  moveForm,
  proposeForm,
  splitForm,
  stepOutForm,
} from './form-view.ts';
import { MILESTONES } from './ids.ts';
import {
  addedMessage,
  confidenceSaid,
  datesMessage,
  plannedMessage,
  proposedMessage,
  reportedMessage,
} from './outcome-view.ts';
import { leadTimeIn, stepsIn } from './plan-talk.ts';
import { planForm } from './plan-view.ts';

/** The buttons that open forms about milestones, and the forms. */
export function registerMilestoneForms(doors: Doors): void {
  formButtons(doors);
  forms(doors);
}

function formButtons(doors: Doors): void {
  const open = (id: string, view: typeof datesForm, verb?: 'dates' | 'move') =>
    doors.click(id, async (click) => {
      const { ctx, scene, about } = clicked(click);
      const seen = await getMilestone(ctx, about);
      const { milestone } = seen;
      if (verb) await refuseEarly(ctx, { verb, milestone, words: milestone.title });
      return { form: view(seen, scene) };
    });
  open(MILESTONES.dates, datesForm, 'dates');
  open(MILESTONES.move, moveForm, 'move');
  open(MILESTONES.confidence, confidenceForm);
  open(MILESTONES.stepOut, stepOutForm);

  doors.click(MILESTONES.add, async (click) => {
    const { ctx, scene } = clicked(click, { mayBeNew: true });
    const title = click.value.split(' ').slice(4).join(' ');
    return {
      form: addForm(title ? { title } : {}, { ...scene, viewer: ctx.member?.organizationId }),
    };
  });
  doors.click(MILESTONES.split, async (click) => {
    const { ctx, scene, about } = clicked(click);
    return { form: splitForm(await getMilestone(ctx, about), scene) };
  });
  doors.click(MILESTONES.proposeOther, async (click) => {
    const { ctx, scene, about } = clicked(click);
    return { form: proposeForm(await getMilestone(ctx, about), scene, about.on) };
  });
  doors.click(MILESTONES.plan, async (click) => {
    const { ctx, scene, about } = clicked(click);
    const seen = await getMilestone(ctx, about);
    await refuseUnlessOwned(ctx, seen.milestone);
    return { form: planForm(seen, await listMilestones(ctx), scene) };
  });
}

function forms(doors: Doors): void {
  type Filled = Clicked & { readonly values: FormValues };
  const form = (id: string, handle: (given: Filled) => Promise<Message>) =>
    doors.form(id, async (submission) =>
      handle({
        ...submitted(submission, { mayBeNew: id === MILESTONES.add }),
        values: submission.values,
      }),
    );

  form(MILESTONES.add, async ({ ctx, scene, values }) => {
    const added = await addMilestone(ctx, {
      title: values.text('title'),
      on: values.day('target') || undefined,
      earliestOn: values.day('earliest') || undefined,
      latestOn: values.day('latest') || undefined,
      doneMeans: values.text('doneMeans'),
      ownerOrganizationId: values.text('organization') || undefined,
      ownerUserId: values.text('owner') || undefined,
      contributors: values.list('contributors'),
    });
    return addedMessage(added, scene);
  });
  form(MILESTONES.dates, async ({ ctx, scene, about: { milestoneId }, values }) => {
    const targetOn = targetIn(values);
    const given = await giveDates(ctx, {
      milestoneId,
      targetOn,
      earliestOn: values.day('earliest') || undefined,
      latestOn: values.day('latest') || undefined,
      confidence: Number(values.text('confidence')) || undefined,
      note: values.text('note') || undefined,
    });
    return datesMessage(given, targetOn, scene);
  });
  form(MILESTONES.move, async ({ ctx, scene, about: { milestoneId }, values }) => {
    const reported = await reportForecast(ctx, {
      milestoneId,
      on: targetIn(values),
      reason: moveReasonIn(values.text('reason')),
      remainingWorkingDays: daysIn(values.text('remaining')),
    });
    return reportedMessage(reported, scene);
  });
  form(MILESTONES.propose, async ({ ctx, scene, about: { milestoneId }, values }) =>
    proposedMessage(await proposeDate(ctx, { milestoneId, on: targetIn(values) }), scene),
  );
  form(MILESTONES.stepOut, async ({ ctx, scene, about: { milestoneId }, values }) =>
    addedMessage(await stepOut(ctx, { milestoneId, on: targetIn(values) }), scene),
  );
  form(MILESTONES.confidence, async ({ ctx, scene, about: { milestoneId }, values }) => {
    const value = Number(values.text('confidence'));
    const seen = await sayConfidence(ctx, { milestoneId, value });
    return confidenceSaid(seen, value, scene);
  });
  form(MILESTONES.plan, async ({ ctx, scene, about: { milestoneId }, values }) => {
    const seen = await planMilestone(ctx, {
      milestoneId,
      ownerUserId: values.text('owner') || undefined,
      remainingWorkingDays: daysIn(values.text('remaining')),
      latestAcceptableOn: values.day('latest') || null,
      steps: stepsIn(values.text('steps')),
      leadTime: values.text('leadTime') ? leadTimeIn(values.text('leadTime')) : null,
      dependsOn: values.list('dependsOn').map(idIn),
    });
    return plannedMessage(seen, scene);
  });
}

function targetIn(values: FormValues): string {
  const on = values.day('target');
  if (on) return on;
  throw new Refusal('invalid', 'Pick a day.', 'target');
}

function daysIn(text: string): number | undefined {
  if (!text) return undefined;
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new Refusal('invalid', 'A whole number of working days, such as 12.', 'remaining');
}
