import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../../src/database/client.ts';
import { foundWorld, NOON, type World } from './rows.ts';

/** A partnership with a row in every table that knows its partnership. */
export type WholeWorld = World & {
  /** Distinguishes what it says from what others say. */
  readonly word: string;
  readonly channelId: string;
  readonly slackUserId: string;
  readonly slackTeamId: string;
  readonly otherMemberId: string;
  readonly otherOrganizationId: string;
  readonly termId: string;
  readonly milestoneId: string;
  readonly otherMilestoneId: string;
  readonly importId: string;
  readonly roundId: string;
  readonly groupId: string;
  readonly noticeId: string;
  readonly tokenHash: string;
};

export const TODAY = '2026-03-02';

export async function wholeWorld(db: PrismaClient, word: string): Promise<WholeWorld> {
  const world = await foundWorld(db);
  const { partnershipId, organizationId, memberId, subjectId, proposalId } = world;
  const own = { partnershipId, organizationId };
  const mine = { partnershipId, memberId };
  const both = { partnershipId, organizationId, memberId };
  const channelId = `C${word.toUpperCase()}`;
  const slackTeamId = `T${word.toUpperCase()}`;
  const slackUserId = `U${word.toUpperCase()}`;
  await db.partnership.update({ where: { id: partnershipId }, data: { name: word } });
  await db.member.update({
    where: { id: memberId },
    data: { slackTeamId, slackUserId, displayName: word },
  });
  await db.organizationTeam.create({ data: { ...own, slackTeamId } });
  await db.channel.create({
    data: { slackId: channelId, partnershipId, installationTeamId: slackTeamId },
  });
  const { id: otherOrganizationId } = await db.organization.create({
    data: { partnershipId, name: `Another ${word}`, shortName: `Other ${word}` },
  });
  const { id: otherMemberId } = await db.member.create({
    data: {
      partnershipId,
      organizationId: otherOrganizationId,
      slackTeamId,
      slackUserId: `${slackUserId}2`,
      displayName: `Second ${word}`,
    },
  });

  const termId = subjectId;
  await db.term.update({ where: { id: termId }, data: { text: word, normalized: word } });
  await db.termLabel.create({
    data: { partnershipId, termId, text: word, normalized: word, rating: 'preferred' },
  });
  await db.usage.create({ data: { ...both, termId, meaning: word, writtenAt: NOON } });
  await db.stance.create({
    data: { ...mine, proposalId, kind: 'object', reason: word, carried: true, takenAt: NOON },
  });
  await db.proposal.update({ where: { id: proposalId }, data: { dueAt: NOON } });
  const { id: agreedSubject } = await db.subject.create({ data: { partnershipId, kind: 'term' } });
  await db.term.create({
    data: {
      id: agreedSubject,
      partnershipId,
      text: `agreed ${word}`,
      normalized: `agreed ${word}`,
      createdAt: NOON,
    },
  });
  const { id: agreedProposal } = await db.proposal.create({
    data: {
      ...both,
      subjectId: agreedSubject,
      version: 1,
      content: { definition: word },
      floorWorkingDays: 0,
      openedAt: NOON,
      state: 'agreed',
      closedAt: NOON,
    },
  });
  await db.agreement.create({
    data: { partnershipId, subjectId: agreedSubject, proposalId: agreedProposal, agreedAt: NOON },
  });
  for (const what of ['upkeep.asked', 'upkeep.confirmed'])
    await db.note.create({
      data: { ...mine, subjectId: termId, at: NOON, what, detail: { version: 1, word } },
    });
  // No label of a term.
  const unknown = `${word}s`;
  await db.missedLookUp.create({
    data: { partnershipId, normalized: unknown, week: NOON, text: unknown },
  });
  await db.confusion.create({ data: { ...mine, termId, version: 1, at: NOON } });
  await db.wordOfTheWeek.create({ data: { partnershipId, termId, openedAt: NOON } });
  await db.wordReminder.create({ data: { ...mine, termId, remindedAt: NOON } });
  await db.undefinedAcronym.create({
    data: { partnershipId, normalized: unknown, week: NOON, text: unknown },
  });
  await db.ignoredAcronym.create({
    data: { partnershipId, normalized: word, text: word, at: NOON },
  });
  const { id: importId } = await db.termImport.create({
    data: { state: 'asking', ...mine, source: word, channelId, createdAt: NOON },
  });
  await db.termImportRow.create({
    data: { partnershipId, importId, line: 1, kind: 'new', term: word, termId },
  });
  await db.termImportConsent.create({ data: { ...both, importId, at: NOON } });
  await db.readingConsent.create({ data: { ...both, channelId, at: NOON } });

  const milestoneId = await addMilestone(db, world, word);
  const otherMilestoneId = await addMilestone(db, world, `next ${word}`);
  await db.milestoneContributor.create({ data: { ...own, milestoneId } });
  await db.milestoneDependency.create({
    data: { partnershipId, milestoneId, dependsOnId: otherMilestoneId },
  });
  await db.milestoneStep.create({
    data: { partnershipId, milestoneId, position: 0, name: word, workingDays: 2 },
  });
  await db.forecast.create({
    data: { ...mine, milestoneId, reportedOn: NOON, forecastOn: NOON, at: NOON },
  });
  await db.confidence.create({ data: { ...both, milestoneId, value: 3, at: NOON } });
  await db.dateProposal.create({
    data: { ...both, milestoneId, targetOn: NOON, note: word, at: NOON },
  });
  await db.meeting.create({ data: { ...own, name: word, heldOn: NOON, changedAt: NOON } });
  await db.holiday.create({ data: { ...own, heldOn: NOON, name: word, isObserved: true } });
  await db.homePicture.create({ data: { ...own, hash: word, fileId: word, drawnAt: NOON } });

  const { id: noticeId } = await db.notice.create({
    data: {
      ...mine,
      kind: 'x.y',
      about: word,
      occasion: word,
      addedAt: NOON,
      notBefore: NOON,
      staleAt: NOON,
    },
  });
  await db.noticeStop.create({ data: { ...mine, kind: 'x.y', at: NOON } });
  const place = { channelId, ts: word };
  await db.posting.create({
    data: { partnershipId, subjectId, what: 'x.y', version: 1, claimedAt: NOON, ...place },
  });
  await db.press.create({
    data: {
      partnershipId,
      what: 'x.y',
      about: word,
      claimedAt: NOON,
      deliveryId: randomUUID(),
      ...place,
    },
  });
  await db.told.create({ data: { ...mine, what: 'x.y', occasion: noticeId, at: NOON, ...place } });
  await db.noticeboard.create({
    data: { channelId, partnershipId, canvasId: word, contentHash: word, refreshedAt: NOON },
  });
  await db.appointment.create({ data: { partnershipId, what: 'x.y', about: word, dueAt: NOON } });
  const tokenHash = word.charCodeAt(0).toString(16).padStart(64, '0');
  await db.calendarLink.create({ data: { ...mine, tokenHash, madeAt: NOON } });

  await db.checkin.create({ data: { ...mine, state: 'joined', changedAt: NOON } });
  await db.checkinRatherNot.create({ data: { ...mine, otherId: otherMemberId } });
  await db.checkinApart.create({ data: { ...own, otherId: otherOrganizationId, until: NOON } });
  const { id: roundId } = await db.checkinRound.create({
    data: { partnershipId, number: 1, opensOn: NOON, meetBy: NOON, openedAt: NOON },
  });
  const { id: groupId } = await db.checkinGroup.create({
    data: { partnershipId, roundId, starterId: memberId, channelId: word },
  });
  await db.checkinPlace.create({ data: { ...mine, roundId, groupId } });
  return {
    ...world,
    word,
    channelId,
    slackUserId,
    slackTeamId,
    otherMemberId,
    otherOrganizationId,
    termId,
    milestoneId,
    otherMilestoneId,
    importId,
    roundId,
    groupId,
    noticeId,
    tokenHash,
  };
}

async function addMilestone(
  db: PrismaClient,
  { partnershipId, organizationId, memberId }: World,
  title: string,
): Promise<string> {
  const { id } = await db.subject.create({ data: { partnershipId, kind: 'milestone' } });
  await db.milestone.create({
    data: {
      id,
      partnershipId,
      title,
      normalized: title,
      ownerOrganizationId: organizationId,
      ownerMemberId: memberId,
      createdAt: NOON,
      changedAt: NOON,
    },
  });
  return id;
}
