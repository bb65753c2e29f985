import { randomUUID } from 'node:crypto';
import { NOON } from './rows.ts';
import { TODAY, type WholeWorld } from './whole-world.ts';

/** What follows the database and the partnership. */
type Arguments = (world: WholeWorld) => readonly unknown[];

const none: Arguments = () => [];
const term: Arguments = ({ termId }) => [termId];
const terms: Arguments = ({ termId }) => [[termId]];
const milestone: Arguments = ({ milestoneId }) => [milestoneId];
const member: Arguments = ({ memberId }) => [memberId];
const organization: Arguments = ({ organizationId }) => [organizationId];
const channel: Arguments = ({ channelId }) => [channelId];
const proposal: Arguments = ({ proposalId }) => [proposalId];
const anImport: Arguments = ({ importId }) => [importId];
const posting: Arguments = ({ subjectId }) => [{ subjectId, what: 'x.y', version: 1 }];
const press: Arguments = ({ word }) => [{ what: 'x.y', about: word }];
const told: Arguments = ({ memberId, noticeId }) => [{ memberId, what: 'x.y', occasion: noticeId }];
const place = ({ channelId }: WholeWorld) => ({ channelId, ts: '9.9' });

/** How each function of a store is called that is about one partnership. */
export const SCOPED: Readonly<Record<string, Arguments>> = {
  'agreements/bulk-store.insertSubjects': () => ['term', 2],
  'agreements/bulk-store.lockSubjects': terms,
  'agreements/bulk-store.insertVersions': ({ termId, memberId, organizationId }) => [
    [{ subjectId: termId, version: 2, content: {} }],
    { memberId, organizationId, floorWorkingDays: 0, openedAt: NOON },
  ],
  'agreements/bulk-store.agreeVersions': ({ termId, otherMemberId }) => [
    [termId],
    [otherMemberId],
    NOON,
  ],
  'agreements/stance-store.putStance': ({ proposalId, memberId }) => [
    { proposalId, memberId, kind: 'endorse', reason: undefined, carried: false, takenAt: NOON },
  ],
  'agreements/stance-store.removeStance': ({ proposalId, memberId }) => [proposalId, memberId],
  'agreements/stance-store.removeStancesOf': ({ proposalId, organizationId }) => [
    proposalId,
    organizationId,
  ],
  'agreements/stance-store.removeCarriedStances': proposal,
  'agreements/store.insertSubject': () => ['term'],
  'agreements/store.lockSubject': term,
  'agreements/store.findOpenProposal': term,
  'agreements/store.findProposal': proposal,
  'agreements/store.latestVersion': term,
  'agreements/store.insertProposal': ({ otherMilestoneId, organizationId, memberId }) => [
    {
      subjectId: otherMilestoneId,
      version: 1,
      organizationId,
      memberId,
      content: {},
      editorial: false,
      floorWorkingDays: 0,
      openedAt: NOON,
    },
  ],
  'agreements/store.markClosed': ({ proposalId }) => [proposalId, 'superseded', NOON],
  'agreements/store.markDue': ({ proposalId }) => [proposalId, undefined],
  'agreements/store.markAllDue': () => [new Date('2026-04-01')],
  'agreements/store.replaceAgreement': ({ proposalId, subjectId }) => [
    { id: proposalId, subjectId },
    NOON,
  ],
  'agreements/store.hasRowsOf': member,
  'calendars/store.insertLink': ({ tokenHash }) => [{ tokenHash, madeAt: NOON }],
  'calendars/store.putLink': ({ tokenHash }) => [
    { tokenHash: tokenHash.replace(/^0/, 'f'), madeAt: NOON },
  ],
  'calendars/store.deleteLink': none,
  'calendars/store.findLink': none,
  'checkins/round-store.listRounds': () => [5],
  'checkins/round-store.findRound': ({ roundId }) => [roundId],
  'checkins/round-store.findRoundOfGroup': ({ groupId }) => [groupId],
  'checkins/round-store.lockRound': ({ roundId }) => [roundId],
  'checkins/round-store.insertRound': () => [
    { id: randomUUID(), number: 2, opensOn: TODAY, meetBy: TODAY, openedAt: NOON },
  ],
  'checkins/round-store.insertGroups': ({ roundId, otherMemberId }) => [
    roundId,
    [{ id: randomUUID(), starterId: otherMemberId, times: [], memberIds: [otherMemberId] }],
  ],
  'checkins/round-store.insertWaiting': ({ roundId, otherMemberId }) => [
    roundId,
    [{ memberId: otherMemberId, why: 'numbers' }],
  ],
  'checkins/round-store.changeGroup': ({ groupId }) => [groupId, { channelId: 'C9' }],
  'checkins/round-store.changePlace': ({ roundId, memberId }) => [
    { roundId, memberId },
    { hasTapped: true },
  ],
  'checkins/round-store.deletePlace': ({ roundId, memberId }) => [{ roundId, memberId }],
  'checkins/round-store.countRound': ({ roundId }) => [
    roundId,
    { counts: { joined: 1, matched: 1, grouped: 1, met: 1 } },
  ],
  'checkins/round-store.deleteGroupsBefore': () => ['2027-01-01'],
  'checkins/store.listCheckins': none,
  'checkins/store.findCheckin': member,
  'checkins/store.putCheckin': ({ memberId }) => [
    { memberId, state: 'left', pausedUntil: undefined },
    NOON,
  ],
  'checkins/store.listRatherNots': none,
  'checkins/store.putRatherNot': ({ memberId, otherMemberId }) => [
    { memberId: otherMemberId, otherId: memberId },
  ],
  'checkins/store.deleteRatherNot': ({ memberId, otherMemberId }) => [
    { memberId, otherId: otherMemberId },
  ],
  'checkins/store.listAparts': none,
  'checkins/store.putApart': ({ organizationId, otherOrganizationId }) => [
    { organizationId, otherId: otherOrganizationId, until: '2027-01-01' },
  ],
  'checkins/store.deleteApart': ({ organizationId, otherOrganizationId }) => [
    { organizationId, otherId: otherOrganizationId },
  ],
  'exchange/store.insertImport': ({ memberId, channelId }) => [
    { memberId, source: 'x', fileId: undefined, pasted: undefined, channelId, createdAt: NOON },
  ],
  'exchange/store.findImport': anImport,
  'exchange/store.findUnconfirmed': ({ otherOrganizationId }) => [otherOrganizationId],
  'exchange/store.lockImport': anImport,
  'exchange/store.changeImport': ({ importId }) => [importId, { source: 'another' }],
  'exchange/store.replaceRows': ({ importId }) => [
    importId,
    [{ line: 2, kind: 'refused', term: 'x' }],
  ],
  'exchange/store.removeRows': anImport,
  'exchange/store.listRows': anImport,
  'exchange/store.countRows': anImport,
  'exchange/store.markAnnounced': ({ importId }) => [importId, NOON],
  'exchange/store.markNotAnnounced': anImport,
  'exchange/store.insertConsent': ({ importId, otherOrganizationId, otherMemberId }) => [
    importId,
    { organizationId: otherOrganizationId, memberId: otherMemberId },
    NOON,
  ],
  'exchange/store.removeConsents': anImport,
  'glossary/bulk-store.insertTerms': ({ otherMilestoneId }) => [
    [{ id: otherMilestoneId, text: 'fresh', normalized: 'fresh' }],
    NOON,
  ],
  'glossary/bulk-store.replaceLabels': ({ termId }) => [
    [termId],
    [{ termId, text: 'fresh', normalized: 'fresh', rating: 'admitted' }],
  ],
  'glossary/bulk-store.putUsages': ({ termId, organizationId, memberId }) => [
    [{ termId, organizationId, memberId, meaning: 'fresh', relation: 'same' }],
    NOON,
  ],
  'glossary/bulk-store.listUsages': terms,
  'glossary/bulk-store.deleteUsage': ({ termId, organizationId }) => [{ termId, organizationId }],
  'glossary/confusion-store.insertConfusion': ({ termId, otherMemberId }) => [
    { termId, version: 1, memberId: otherMemberId, at: NOON },
  ],
  'glossary/confusion-store.listConfusions': ({ termId }) => [{ termId, version: 1 }],
  'glossary/store.findEntry': term,
  'glossary/store.findEntryByLabel': ({ word }) => [word],
  'glossary/store.listEntries': none,
  'glossary/store.listEntriesOf': terms,
  'glossary/store.listLabels': none,
  'glossary/store.insertTerm': ({ otherMilestoneId }) => [
    { id: otherMilestoneId, text: 'fresh', normalized: 'fresh', createdAt: NOON },
  ],
  'glossary/store.putLabel': ({ termId, word }) => [
    { termId, text: word, normalized: word, rating: 'superseded' },
  ],
  'glossary/store.findPreferredElsewhere': ({ word }) => [word, undefined],
  'glossary/store.markTerm': ({ termId }) => [termId, { conflict: 'homonym' }],
  'glossary/store.countMiss': ({ word }) => [{ normalized: `${word}s`, text: word, week: TODAY }],
  'glossary/store.hasRowsOf': member,
  'hours/store.listHolidays': organization,
  'hours/store.replaceHolidays': ({ organizationId }) => [
    organizationId,
    [{ on: '2026-05-01', name: 'May Day', isObserved: true, wasClosed: false }],
  ],
  'meetings/store.listMeetings': () => [undefined],
  'meetings/store.insertMeetings': ({ organizationId }) => [
    [
      {
        organizationId,
        name: 'board',
        heldOn: TODAY,
        startsAt: undefined,
        minutes: 60,
        papersDueWorkingDays: undefined,
        changedAt: NOON,
      },
    ],
  ],
  'meetings/store.deleteMeetings': ({ organizationId, word }) => [
    { organizationId, name: word, days: [TODAY] },
  ],
  'members/store.findMemberByPerson': ({ slackUserId, slackTeamId }) => [
    { userId: slackUserId, teamIds: [slackTeamId] },
  ],
  'members/store.listMembers': none,
  'members/store.findAnyMember': member,
  'members/store.putMember': ({ organizationId, slackTeamId }) => [
    { organizationId, slackTeamId, slackUserId: 'UNEW', displayName: 'New', timeZone: undefined },
  ],
  'members/store.changeMember': ({ memberId }) => [memberId, { coordinator: true }],
  'members/store.deactivateMember': ({ slackUserId }) => [slackUserId, NOON],
  'milestones/picture-store.findHomePicture': ({ organizationId, word }) => [organizationId, word],
  'milestones/picture-store.insertHomePicture': ({ organizationId }) => [
    organizationId,
    { hash: 'fresh', fileId: 'F9', drawnAt: NOON },
  ],
  'milestones/picture-store.takeOldHomePictures': ({ organizationId }) => [
    organizationId,
    { before: new Date('2027-01-01'), except: 'another' },
  ],
  'milestones/plan-store.lockMilestone': milestone,
  'milestones/plan-store.lockDependencies': none,
  'milestones/plan-store.insertForecast': ({ milestoneId, memberId }) => [
    {
      milestoneId,
      reportedOn: '2026-03-03',
      forecastOn: '2026-04-01',
      reason: undefined,
      memberId,
      at: NOON,
    },
  ],
  'milestones/plan-store.putConfidence': ({ milestoneId, organizationId, memberId }) => [
    { milestoneId, organizationId, memberId, value: 5, at: NOON },
  ],
  'milestones/plan-store.putSteps': ({ milestoneId }) => [
    milestoneId,
    [{ name: 'Fresh', workingDays: 9 }],
  ],
  'milestones/plan-store.putDependencies': ({ milestoneId, otherMilestoneId }) => [
    otherMilestoneId,
    [milestoneId],
  ],
  'milestones/store.listMilestones': none,
  'milestones/store.findMilestone': milestone,
  'milestones/store.isTitleTaken': ({ word }) => [word],
  'milestones/store.listOwnedTitles': member,
  'milestones/store.insertMilestone': ({ termId, organizationId }) => [
    {
      id: termId,
      title: 'Fresh',
      normalized: 'fresh',
      doneMeans: undefined,
      ownerOrganizationId: organizationId,
      ownerMemberId: undefined,
      contributors: [],
      collectingSince: undefined,
      createdAt: NOON,
    },
  ],
  'milestones/store.putContributors': ({ milestoneId, otherOrganizationId }) => [
    milestoneId,
    [otherOrganizationId],
  ],
  'milestones/store.addContributor': ({ milestoneId, otherOrganizationId }) => [
    milestoneId,
    otherOrganizationId,
  ],
  'milestones/store.removeContributor': ({ milestoneId, organizationId }) => [
    milestoneId,
    organizationId,
  ],
  'milestones/store.changeMilestone': ({ milestoneId }) => [milestoneId, { title: 'Fresh' }, NOON],
  'milestones/store.hasRowsOf': member,
  'noticeboard/store.findBoard': channel,
  'noticeboard/store.insertBoard': ({ channelId }) => [channelId, NOON],
  'noticeboard/store.markTaken': ({ channelId, word }) => [
    {
      channelId,
      canvasId: word,
      bookmarkId: undefined,
      pinnedTs: undefined,
      shown: word,
      refreshedAt: NOON,
    },
    new Date('2026-04-01'),
  ],
  'noticeboard/store.changeBoard': ({ channelId }) => [channelId, { canvasId: 'F9' }],
  'noticeboard/store.markShown': ({ channelId }) => [channelId, 'fresh'],
  'notices/store.insertNotice': ({ memberId }) => [
    {
      memberId,
      kind: 'x.z',
      about: 'fresh',
      occasion: 'fresh',
      notBefore: NOON,
      staleAt: NOON,
      addedAt: NOON,
    },
  ],
  'notices/store.listOpenNotices': member,
  'notices/store.listWaiting': none,
  'notices/store.listNotices': ({ memberId, noticeId }) => [memberId, [noticeId]],
  'notices/store.endNotices': ({ noticeId }) => [[noticeId], 'moot', NOON],
  'notices/store.findOccasion': ({ memberId, noticeId }) => [
    { memberId, what: 'x.y', noticeIds: [noticeId] },
  ],
  'notices/store.listStops': member,
  'notices/store.putStop': ({ memberId }) => [{ memberId, kind: 'x.z', at: NOON }],
  'notices/store.removeStop': ({ memberId }) => [memberId, 'x.y'],
  'partnerships/note-store.insertNote': ({ memberId, subjectId }) => [
    { at: NOON, memberId, subjectId, what: 'x.y', detail: {} },
  ],
  'partnerships/note-store.insertNotes': ({ memberId, subjectId }) => [
    [{ at: NOON, memberId, subjectId, what: 'x.y', detail: {} }],
  ],
  'partnerships/note-store.listNotes': term,
  'partnerships/store.findPartnership': none,
  'partnerships/store.insertOrganization': () => [
    { name: 'Fresh', shortName: 'Fresh', slackTeamIds: [], timeZone: undefined },
  ],
  'partnerships/store.insertTeams': ({ organizationId }) => [organizationId, ['TNEW']],
  'partnerships/store.changeOrganization': ({ organizationId }) => [
    organizationId,
    { shortName: 'Fresh' },
  ],
  'partnerships/store.changePartnership': () => [{ name: 'Fresh' }],
  'partnerships/store.lockOrganization': organization,
  'postings/press-store.claimPress': (world) => [...press(world), NOON],
  'postings/press-store.keepPress': (world) => [...press(world), place(world)],
  'postings/press-store.releasePress': press,
  'postings/press-store.doubtPress': press,
  'postings/press-store.takePress': (world) => [...press(world), NOON],
  'postings/store.claimPosting': (world) => [...posting(world), NOON],
  'postings/store.keepPosting': (world) => [...posting(world), place(world)],
  'postings/store.releasePosting': posting,
  'postings/store.doubtPosting': posting,
  'postings/store.findLatestPosting': ({ subjectId }) => [subjectId, 'x.y'],
  'postings/told-store.claimTold': (world) => [...told(world), NOON],
  'postings/told-store.keepTold': (world) => [...told(world), place(world)],
  'postings/told-store.findToldPlace': told,
  'postings/told-store.findLatestTold': ({ memberId }) => [{ memberId, whats: ['x.y'] }],
  'postings/told-store.doubtTold': told,
  'postings/told-store.releaseTold': told,
  'reading/store.findReading': channel,
  'reading/store.listReadings': none,
  'reading/store.lockChannel': channel,
  'reading/store.putConsent': ({ channelId, organizationId, memberId }) => [
    { channelId, organizationId, memberId, at: new Date('2026-04-01') },
  ],
  'reading/store.removeConsents': channel,
  'reading/store.markReading': ({ channelId }) => [channelId, NOON],
  'spotting/store.lockMember': member,
  'spotting/store.listReminders': member,
  'spotting/store.putReminder': ({ memberId, termId }) => [
    { memberId, termId },
    { mutedAt: NOON },
    NOON,
  ],
  'spotting/store.countAcronyms': ({ word }) => [[{ normalized: `${word}s`, text: word }], TODAY],
  'spotting/store.listAcronyms': () => ['2026-01-01'],
  'spotting/store.insertIgnored': () => [{ normalized: 'fresh', text: 'fresh' }, NOON],
  'spotting/store.listIgnored': none,
  'spotting/store.forgetBefore': () => [
    { week: new Date('2027-01-01'), reminder: new Date('2027-01-01') },
  ],
  'timelines/store.listAnswers': milestone,
  'timelines/store.putAnswer': ({ milestoneId, organizationId, memberId }) => [
    {
      milestoneId,
      organizationId,
      earliestOn: undefined,
      targetOn: '2026-05-01',
      latestOn: undefined,
      confidence: undefined,
      note: undefined,
    },
    { memberId, at: NOON },
  ],
  'timelines/store.hasRowsOf': member,
  'upkeep/store.findOpenWord': none,
  'upkeep/store.openWord': ({ otherMilestoneId }) => [{ termId: otherMilestoneId, openedAt: NOON }],
  'upkeep/store.closeWord': ({ termId }) => [{ termId, openedAt: NOON }, NOON],
  'upkeep/store.listCandidates': none,
  'upkeep/store.listReviewCandidates': () => [new Date('2027-01-01')],
  'upkeep/store.listUnappointed': () => [10],
  'upkeep/store.listConfirmations': terms,
  'upkeep/store.listFlags': terms,
  'upkeep/store.listMissed': () => [TODAY],
};

/** What is about no partnership, or finds the one that something belongs to; and why that is right. */
export const UNSCOPED: Readonly<Record<string, string>> = {
  'agreements/store.claimDueProposals': 'the tick, for all of them',
  'agreements/store.earliestDue': 'the tick, for all of them',
  'calendars/store.findOwner': 'a secret address says whose it is',
  'channels/store.claimGreeting': 'a channel is of one partnership',
  'channels/store.releaseGreeting': 'a channel is of one partnership',
  'channels/store.markGone': 'a channel is of one partnership',
  'channels/store.markBack': 'a channel is of one partnership',
  'channels/store.lockChannel': 'a channel is of one partnership',
  'channels/store.markLimited': 'a channel is of one partnership',
  'channels/store.listLostChannels': 'ids alone, for the tick',
  'channels/store.markInstallationGone': 'an installation may serve several',
  'channels/store.listChannelsWithoutInstallation': 'an installation may serve several',
  'channels/store.renameChannel': 'a channel is of one partnership',
  'glossary/store.findEntryInChannel': 'a channel is of one partnership',
  'members/store.listMemberships': 'a person’s own, over all of them',
  'notices/store.listSent': 'how often a person may be told counts over all of theirs',
  'partnerships/store.findPartnershipOfChannel': 'a channel is of one partnership',
  'partnerships/store.listPartnershipsAround': 'a person’s own, over all of them',
  'partnerships/store.insertPartnership': 'it makes one',
  'postings/press-store.deletePressesBefore': 'age alone, for all of them',
  'postings/store.movePostings': 'a channel is of one partnership',
  'postings/store.doubtAll': 'the start, for all of them',
  'reading/store.isChannelRead': 'a channel is of one partnership',
};
