import { randomUUID } from 'node:crypto';
import { answer } from '../../src/agreements/answer.ts';
import { takeBack } from '../../src/agreements/take-back.ts';
import { askForFile } from '../../src/calendars/ask-for-file.ts';
import { hashOf } from '../../src/calendars/link-token.ts';
import { makeLink } from '../../src/calendars/make-link.ts';
import { renewLink } from '../../src/calendars/renew-link.ts';
import { putLink } from '../../src/calendars/store.ts';
import { turnOffLink } from '../../src/calendars/turn-off-link.ts';
import { askForRound } from '../../src/checkins/ask-for-round.ts';
import { invite } from '../../src/checkins/invite.ts';
import { join } from '../../src/checkins/join.ts';
import { keepApart } from '../../src/checkins/keep-apart.ts';
import { leave } from '../../src/checkins/leave.ts';
import { pause } from '../../src/checkins/pause.ts';
import { pickTime } from '../../src/checkins/pick-time.ts';
import { ratherNot } from '../../src/checkins/rather-not.ts';
import { insertGroups, insertRound } from '../../src/checkins/round-store.ts';
import { sayHowItWent } from '../../src/checkins/say-how-it-went.ts';
import { putCheckin } from '../../src/checkins/store.ts';
import type { Context } from '../../src/context.ts';
import type { Transaction } from '../../src/database/client.ts';
import { askCoordinators } from '../../src/exchange/ask-coordinators.ts';
import { cancelImport } from '../../src/exchange/cancel-import.ts';
import { confirmImport } from '../../src/exchange/confirm-import.ts';
import { proposeImport } from '../../src/exchange/propose-import.ts';
import { startExport } from '../../src/exchange/start-export.ts';
import { startImport } from '../../src/exchange/start-import.ts';
import { termAgreeable } from '../../src/glossary/agreeable.ts';
import { defineTerm } from '../../src/glossary/define-term.ts';
import { deprecateTerm } from '../../src/glossary/deprecate-term.ts';
import { disputeWording } from '../../src/glossary/dispute-wording.ts';
import { flagConfusion } from '../../src/glossary/flag-confusion.ts';
import { markConflict } from '../../src/glossary/mark-conflict.ts';
import { shareTerm } from '../../src/glossary/share-term.ts';
import { writeUsage } from '../../src/glossary/write-usage.ts';
import { arrangeHours } from '../../src/hours/arrange-hours.ts';
import { arrangeOwnHours } from '../../src/hours/arrange-own-hours.ts';
import { closeDays } from '../../src/hours/close-days.ts';
import { dropHolidays } from '../../src/hours/drop-holidays.ts';
import { observeHolidays } from '../../src/hours/observe-holidays.ts';
import { openDays } from '../../src/hours/open-days.ts';
import { reviseCalendar } from '../../src/hours/revise-calendar.ts';
import { addMeetings } from '../../src/meetings/add-meetings.ts';
import { removeMeetings } from '../../src/meetings/remove-meetings.ts';
import { assignGuest } from '../../src/members/assign-guest.ts';
import { changeDigest } from '../../src/members/change-digest.ts';
import { nameRole } from '../../src/members/name-role.ts';
import { nameTeam } from '../../src/members/name-team.ts';
import { listMembers } from '../../src/members/store.ts';
import { addMilestone } from '../../src/milestones/add-milestone.ts';
import { milestoneAgreeable } from '../../src/milestones/agreeable.ts';
import { completeMilestone } from '../../src/milestones/complete-milestone.ts';
import { dropMilestone } from '../../src/milestones/drop-milestone.ts';
import { explainMove } from '../../src/milestones/explain-move.ts';
import { giveDates } from '../../src/milestones/give-dates.ts';
import { planMilestone } from '../../src/milestones/plan-milestone.ts';
import { proposeDate } from '../../src/milestones/propose-date.ts';
import { reopenMilestone } from '../../src/milestones/reopen-milestone.ts';
import { reportForecast } from '../../src/milestones/report-forecast.ts';
import { sayConfidence } from '../../src/milestones/say-confidence.ts';
import { shareMilestone } from '../../src/milestones/share-milestone.ts';
import { sharePicture } from '../../src/milestones/share-picture.ts';
import { startPicture } from '../../src/milestones/start-picture.ts';
import { stepOut } from '../../src/milestones/step-out.ts';
import { resumeNotices } from '../../src/notices/resume-notices.ts';
import { stopNotices } from '../../src/notices/stop-notices.ts';
import { addOrganization } from '../../src/partnerships/add-organization.ts';
import { changePartnership } from '../../src/partnerships/change-partnership.ts';
import { describeOrganization } from '../../src/partnerships/describe-organization.ts';
import { organizationNamed } from '../../src/partnerships/partnership.ts';
import type { Saying } from '../../src/postings/say-once.ts';
import { allowReading } from '../../src/reading/allow-reading.ts';
import { askForReading } from '../../src/reading/ask-for-reading.ts';
import { stopReading } from '../../src/reading/stop-reading.ts';
import { ignoreWord } from '../../src/spotting/ignore-word.ts';
import { muteWord } from '../../src/spotting/mute-word.ts';
import { confirmTerm } from '../../src/upkeep/confirm-term.ts';
import { guest } from '../partnerships/ground.ts';
import { CHANNEL, importOf, type Things } from './deeds-scene.ts';

const SAYING: Saying = {
  to: (channelId) => ({
    send: async () => ({ channelId, ts: '1.2' }),
    find: async () => 'absent',
    isCertainlyNotSent: () => true,
    whenUnknown: 'silence',
  }),
};

export type Acting = {
  /** Of the acting organization; for who has none here, of City. */
  readonly own: Things;
  /** Of another organization. */
  readonly theirs: Things;
  readonly ownOrganizationId: string;
  readonly ownName: string;
  readonly theirName: string;
  /** Somebody else of that organization, who may do everything for it. */
  readonly peer: Context;
  /** Whose import it is: one's own, where one may have one. */
  readonly importerId: string;
};

type Deed = (ctx: Context, acting: Acting) => Promise<unknown>;

async function idOf(ctx: Context, slackUserId: string): Promise<string | undefined> {
  const member = await ctx.db.member.findFirst({ where: { slackUserId }, select: { id: true } });
  return member?.id;
}

async function takePart(ctx: Context, ids: readonly (string | undefined)[]): Promise<void> {
  const { partnership, clock } = ctx;
  for (const memberId of ids) {
    const joined = { memberId: memberId ?? '', state: 'joined', pausedUntil: undefined } as const;
    const tx = ctx.db as Transaction;
    if (memberId) await putCheckin(tx, partnership.id, joined, clock.now());
  }
}

/** Whoever acts on their own is introduced to somebody; else it is a group of others. */
async function introduced(ctx: Context, { peer, ownOrganizationId }: Acting): Promise<string> {
  const isOwn = ctx.member?.organizationId === ownOrganizationId;
  const [one, other] = [isOwn ? ctx.member : peer.member, await idOf(ctx, 'Uguest')];
  const memberIds = [one?.id ?? '', other ?? ''];
  const [roundId, groupId] = [randomUUID(), randomUUID()];
  const { id } = ctx.partnership;
  const tx = ctx.db as Transaction;
  const days = { opensOn: '2026-11-24', meetBy: '2026-12-07', openedAt: ctx.clock.now() };
  await insertRound(tx, id, { id: roundId, number: 1, ...days });
  const times = [new Date('2026-11-30T15:00:00Z')];
  const ids = new Set(memberIds);
  const starterId = memberIds[0] ?? '';
  await insertGroups(tx, id, roundId, [{ id: groupId, starterId, times, memberIds: [...ids] }]);
  return groupId;
}

/** Everything that people change, by the file of its use case, and what is particular after a comma. */
export const DEEDS: Readonly<Record<string, Deed>> = {
  'agreements/answer, a term': (ctx, { theirs }) =>
    answer(ctx, termAgreeable, { subjectId: theirs.openTerm, kind: 'endorse' }),
  'agreements/answer, a term by a no': (ctx, { theirs }) =>
    answer(ctx, termAgreeable, { subjectId: theirs.openTerm, kind: 'object', reason: 'vague' }),
  'agreements/answer, a term with a worry': (ctx, { theirs }) =>
    answer(ctx, termAgreeable, { subjectId: theirs.openTerm, kind: 'concern', reason: 'vague' }),
  'agreements/answer, a date': (ctx, { theirs }) =>
    answer(ctx, milestoneAgreeable, { subjectId: theirs.openMilestone, kind: 'endorse' }),
  'agreements/answer, a date by a no': (ctx, { theirs }) =>
    answer(ctx, milestoneAgreeable, {
      subjectId: theirs.openMilestone,
      kind: 'object',
      reason: 'too soon',
    }),
  'agreements/answer, a date with a worry': (ctx, { theirs }) =>
    answer(ctx, milestoneAgreeable, {
      subjectId: theirs.openMilestone,
      kind: 'concern',
      reason: 'too soon',
    }),
  'agreements/take-back, of a term': (ctx, { own }) =>
    takeBack(ctx, termAgreeable, { subjectId: own.openTerm }),
  'agreements/take-back, own words': (ctx, { own }) =>
    takeBack(ctx, termAgreeable, { subjectId: own.blindTerm }),
  'agreements/take-back, of a date': (ctx, { own }) =>
    takeBack(ctx, milestoneAgreeable, { subjectId: own.openMilestone }),
  'calendars/ask-for-file': (ctx) => askForFile(ctx),
  'calendars/make-link': (ctx) => makeLink(ctx),
  'calendars/renew-link': (ctx) => renewLink(ctx),
  'calendars/turn-off-link': async (ctx) => {
    const link = { tokenHash: hashOf('a token'), madeAt: ctx.clock.now() };
    const owner = ctx.member && { partnershipId: ctx.partnership.id, memberId: ctx.member.id };
    if (owner) await putLink(ctx.db, owner, link);
    await turnOffLink(ctx);
  },
  'checkins/ask-for-round': async (ctx, { peer }) => {
    await takePart(ctx, [peer.member?.id, await idOf(ctx, 'Uunnamed'), await idOf(ctx, 'Uother')]);
    await askForRound(ctx);
  },
  'checkins/invite': (ctx) => invite(ctx),
  'checkins/join': (ctx) => join(ctx),
  'checkins/keep-apart': async (ctx, { theirName }) =>
    keepApart(ctx, {
      otherId: organizationNamed(ctx.partnership, theirName)?.id ?? '',
      until: '2027-01-19',
    }),
  'checkins/leave': (ctx) => leave(ctx),
  'checkins/pause': async (ctx) => {
    await takePart(ctx, [ctx.member?.id]);
    await pause(ctx, { until: '2027-01-19' });
  },
  'checkins/pick-time': async (ctx, acting) =>
    pickTime(ctx, { groupId: await introduced(ctx, acting), at: 0 }),
  'checkins/rather-not': async (ctx, { theirName }) =>
    ratherNot(ctx, {
      slackUserId: theirName === 'Quill' ? 'UquillPeer' : 'UlanternPeer',
      isOver: false,
    }),
  'checkins/say-how-it-went': async (ctx, acting) =>
    sayHowItWent(ctx, { groupId: await introduced(ctx, acting), answer: 'met' }),
  'exchange/ask-coordinators': async (ctx, { importerId }) => {
    // Quill has to have somebody who can confirm for it.
    await ctx.db.member.updateMany({
      where: { slackUserId: 'UquillPeer' },
      data: { coordinator: true },
    });
    await askCoordinators(ctx, { importId: await importOf(ctx, importerId, false) });
  },
  'exchange/cancel-import': async (ctx, { importerId }) =>
    cancelImport(ctx, { importId: await importOf(ctx, importerId, false) }),
  'exchange/confirm-import': async (ctx, { peer }) =>
    confirmImport(ctx, { importId: await importOf(ctx, peer.member?.id ?? '', true) }),
  'exchange/propose-import': async (ctx, { importerId }) =>
    proposeImport(ctx, { importId: await importOf(ctx, importerId, false) }),
  'exchange/propose-import, own words': async (ctx, { importerId, ownName }) => {
    const importId = await importOf(ctx, importerId, false);
    const usages = [{ organization: ownName, meaning: 'a file', relation: 'narrower' }];
    const record = { term: 'x', definition: 'y', usages };
    await ctx.db.termImportRow.updateMany({ where: { importId }, data: { record } });
    await proposeImport(ctx, { importId });
  },
  'exchange/start-export': (ctx) => startExport(ctx, { format: 'csv' }),
  'exchange/start-import': (ctx) => startImport(ctx, { pasted: 'MOU = x', channelId: CHANNEL }),
  'glossary/define-term': (ctx) =>
    defineTerm(ctx, { text: 'fresh', content: { definition: 'something new' } }),
  'glossary/define-term, compared': (ctx, { theirName }) =>
    defineTerm(ctx, { text: `open of ${theirName}`, content: { definition: 'other' } }),
  'glossary/deprecate-term': (ctx, { own }) => deprecateTerm(ctx, { termId: own.agreedTerm }),
  'glossary/dispute-wording': (ctx, { theirs }) =>
    disputeWording(ctx, { termId: theirs.editorialTerm, version: 2 }),
  'glossary/flag-confusion': (ctx, { own }) =>
    flagConfusion(ctx, { termId: own.agreedTerm, version: 1 }),
  'glossary/mark-conflict': (ctx, { own }) =>
    markConflict(ctx, { termId: own.comparedTerm, conflict: 'none' }),
  'glossary/share-term': (ctx, { own }) =>
    shareTerm(ctx, { termId: own.agreedTerm, channelId: CHANNEL }, () => SAYING),
  'glossary/write-usage': (ctx, { own }) =>
    writeUsage(ctx, { termId: own.agreedTerm, meaning: 'a file', relation: 'narrower' }),
  'hours/arrange-hours': (ctx) => arrangeHours(ctx, { workingWeek: [1, 2, 3, 4] }),
  'hours/arrange-own-hours': (ctx) =>
    arrangeOwnHours(ctx, { workingHours: { from: '10:00', to: '18:00' } }),
  'hours/close-days': (ctx) => closeDays(ctx, { days: ['2027-01-05'] }),
  'hours/drop-holidays': async (ctx, { ownOrganizationId: id }) => {
    await ctx.db.organization.updateMany({ where: { id }, data: { country: 'US' } });
    await dropHolidays(ctx);
  },
  'hours/observe-holidays': (ctx) => observeHolidays(ctx, { words: 'US-CA' }),
  'hours/open-days': async (ctx, { ownOrganizationId: id }) => {
    const closures = [new Date('2027-01-05')];
    await ctx.db.organization.updateMany({ where: { id }, data: { closures } });
    await openDays(ctx, { days: ['2027-01-05'] });
  },
  'hours/revise-calendar': (ctx) => reviseCalendar(ctx, () => ({ workingWeek: [1, 2, 3, 4] })),
  'meetings/add-meetings': (ctx) => addMeetings(ctx, { name: 'board', days: ['2027-02-02'] }),
  'meetings/remove-meetings': (ctx) =>
    removeMeetings(ctx, { name: 'council', days: ['2027-01-05'] }),
  'members/assign-guest': (ctx, { ownOrganizationId: organizationId }) =>
    assignGuest(ctx, { person: guest('Unew'), organizationId }),
  'members/change-digest': (ctx) => changeDigest(ctx, { weekday: 2 }),
  'members/name-role': (ctx, { peer }) =>
    nameRole(ctx, { memberId: peer.member?.id ?? '', role: 'observer' }),
  'members/name-team': async (ctx, { ownOrganizationId }) => {
    const all = await listMembers(ctx.db, ctx.partnership.id);
    const coordinators = all.filter(({ organizationId }) => organizationId === ownOrganizationId);
    await nameTeam(ctx, { coordinators, representatives: [] });
  },
  'milestones/add-milestone': (ctx) => addMilestone(ctx, { title: 'Fresh', on: '2027-03-16' }),
  'milestones/complete-milestone': (ctx, { own }) =>
    completeMilestone(ctx, { milestoneId: own.agreedMilestone }),
  'milestones/drop-milestone': (ctx, { own }) =>
    dropMilestone(ctx, { milestoneId: own.openMilestone }),
  'milestones/explain-move': (ctx, { own }) =>
    explainMove(ctx, { milestoneId: own.agreedMilestone, on: '2027-04-01', reason: 'capacity' }),
  'milestones/give-dates': (ctx, { theirs }) =>
    giveDates(ctx, { milestoneId: theirs.askedMilestone, targetOn: '2027-03-20' }),
  'milestones/plan-milestone': (ctx, { own }) =>
    planMilestone(ctx, { milestoneId: own.agreedMilestone, remainingWorkingDays: 12 }),
  'milestones/propose-date': (ctx, { own }) =>
    proposeDate(ctx, { milestoneId: own.openMilestone, on: '2027-03-23' }),
  'milestones/reopen-milestone': async (ctx, { own, peer }) => {
    await completeMilestone({ ...peer, db: ctx.db }, { milestoneId: own.agreedMilestone });
    await reopenMilestone(ctx, { milestoneId: own.agreedMilestone });
  },
  'milestones/report-forecast': (ctx, { own }) =>
    reportForecast(ctx, { milestoneId: own.agreedMilestone, on: '2027-05-03' }),
  'milestones/say-confidence': (ctx, { own }) =>
    sayConfidence(ctx, { milestoneId: own.agreedMilestone, value: 3 }),
  'milestones/share-milestone': (ctx, { own }) =>
    shareMilestone(ctx, { milestoneId: own.agreedMilestone, channelId: CHANNEL }, () => SAYING),
  'milestones/share-picture': (ctx) => sharePicture(ctx, { kind: 'timeline', channelId: CHANNEL }),
  'milestones/start-picture': (ctx) => startPicture(ctx, { kind: 'timeline' }),
  'milestones/step-out': (ctx, { theirs }) =>
    stepOut(ctx, { milestoneId: theirs.agreedMilestone, on: '2027-06-01' }),
  'notices/resume-notices': (ctx) => resumeNotices(ctx, { kind: 'milestones.dates' }),
  'notices/stop-notices': (ctx) => stopNotices(ctx, { kind: 'milestones.dates' }),
  'partnerships/add-organization': (ctx) => addOrganization(ctx, { name: 'Fourth Partner' }),
  'partnerships/change-partnership': (ctx) => changePartnership(ctx, { name: 'Another Name' }),
  'partnerships/describe-organization': (ctx, { ownOrganizationId: organizationId }) =>
    describeOrganization(ctx, { organizationId, sector: 'public' }),
  'reading/allow-reading': (ctx) => allowReading(ctx, { channelId: CHANNEL }),
  'reading/ask-for-reading': async (ctx, { peer }) => {
    await allowReadingAs(ctx, peer);
    await askForReading(ctx, { channelId: CHANNEL }, () => SAYING);
  },
  'reading/stop-reading': async (ctx, { peer }) => {
    await allowReadingAs(ctx, peer);
    await stopReading(ctx, { channelId: CHANNEL });
  },
  'spotting/ignore-word': (ctx) => ignoreWord(ctx, { text: 'SOW' }),
  'spotting/mute-word': (ctx, { own }) => muteWord(ctx, { termId: own.agreedTerm }),
  'upkeep/confirm-term': (ctx, { own }) => confirmTerm(ctx, { termId: own.agreedTerm, version: 1 }),
};

async function allowReadingAs(ctx: Context, { member, ...peer }: Context): Promise<void> {
  if (!member) throw new Error('nobody is there to allow it');
  const coordinator = { ...member, coordinator: true };
  await ctx.db.member.updateMany({ where: { id: member.id }, data: { coordinator: true } });
  await allowReading({ ...peer, db: ctx.db, member: coordinator }, { channelId: CHANNEL });
}
