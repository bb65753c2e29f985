import { foundSubject } from '../src/agreements/found-subject.ts';
import { openProposal } from '../src/agreements/open-proposal.ts';
import { takeStance } from '../src/agreements/take-stance.ts';
import { type Context, transaction } from '../src/context.ts';
import type { Db } from '../src/database/client.ts';
import { createFacts } from '../src/facts.ts';
import { termAgreeable } from '../src/glossary/agreeable.ts';
import { keepMeanings } from '../src/glossary/keep-meanings.ts';
import { normalize } from '../src/glossary/normalize.ts';
import { insertTerm, markTerm } from '../src/glossary/store.ts';
import type { Resolution, TermContent } from '../src/glossary/term.ts';
import type { Member } from '../src/members/member.ts';
import { changeMember, listMembers, putMember } from '../src/members/store.ts';
import { foundPartnership } from '../src/partnerships/found-partnership.ts';
import { joinOrganizations } from '../src/partnerships/join-organizations.ts';
import {
  changeOrganization,
  changePartnership,
  findPartnership,
} from '../src/partnerships/store.ts';
import type { Clock } from '../src/schedule/clock.ts';
import { HEARS, RECURRING, SPOKEN_BY } from '../src/work.ts';
import { loadCheckins } from './load-checkins.ts';
import { loadHolidays } from './load-holidays.ts';
import { loadMilestones } from './load-milestones.ts';
import sample from './sample-partnership.json' with { type: 'json' };
import { sampleWorld } from './world.ts';

type Sample = typeof sample;
type SampleTerm = Sample['terms'][number];

const WITHOUT_JOBS = { add: async () => {} };

/** When its story begins. */
export const SAMPLE_AT = `${sample.asOf}T15:00:00Z`;
const CHANNEL = 'C0OPENDOORS';

/** What the sample is loaded into. */
export type Ground = { readonly db: Db; readonly clock: Clock };

/**
 * Loads the sample partnership into a database, before a bot works on it, through the bot's own use cases and
 * rules: what is agreed there was endorsed by all three. Nothing of it is announced in the channel.
 */
export async function loadSample({ db, clock }: Ground): Promise<void> {
  const founded = await foundPartnership(db, clock.now(), {
    channel: { slackId: CHANNEL, installationTeamId: 'T0CITY', name: sample.partnership.name },
    organizations: [
      { name: 'City of Alder Falls', slackTeamIds: ['T0CITY'], timeZone: 'America/Chicago' },
      { name: 'Quillstone Software GmbH', slackTeamIds: ['T0QUILL'], timeZone: 'Europe/Berlin' },
    ],
    recurring: RECURRING,
  });
  const facts = createFacts(
    { clock, jobs: () => WITHOUT_JOBS },
    { hears: HEARS, spokenBy: SPOKEN_BY },
  );
  const ctxNow = async (): Promise<Context> => {
    const partnership = await findPartnership(db, founded.id);
    if (!partnership) throw new Error('the partnership of the sample is gone');
    const changed = () => {};
    return { db, clock, jobs: WITHOUT_JOBS, facts, changed, partnership, member: undefined };
  };
  let ctx = await ctxNow();
  await joinOrganizations(ctx.db, ctx.partnership, {
    organizations: [
      { name: 'Lantern Health Collective', slackTeamIds: [], timeZone: 'America/Chicago' },
    ],
  });
  ctx = await ctxNow();
  await transaction(ctx, async (tx) => {
    await changePartnership(tx.db, founded.id, {
      name: sample.partnership.name,
      purpose: sample.partnership.purpose,
    });
    for (const organization of sample.organizations) {
      await changeOrganization(tx.db, founded.id, organizationId(ctx, organization.id), {
        shortName: organization.shortName,
        sector: organization.sector as 'public',
        closures: organization.closures,
        workingWeek: organization.workingWeek,
        quietHours: organization.quietHours,
        country: organization.country,
        subdivision: organization.subdivision.toUpperCase(),
        emailDomains: organization.id === 'lantern' ? ['lantern.example'] : [],
      });
    }
    await loadHolidays(
      tx,
      sample.organizations.map(({ id, country, subdivision, closures }) => ({
        organizationId: organizationId(ctx, id),
        place: { country, subdivision: subdivision.toUpperCase() },
        closures,
      })),
    );
    for (const person of sample.people) await addPerson(ctx, tx.db, person);
  });
  ctx = await ctxNow();
  const speakers = await speakersOf(ctx);
  for (const [index, term] of sample.terms.entries()) {
    const on = new Date(Date.UTC(2026, 3, 6 + 5 * index, 15));
    await addTerm({ ...ctx, clock: { now: () => on } }, term, speakers);
  }
  const members = await listMembers(ctx.db, founded.id);
  await loadMilestones({
    ctx,
    organizationId: (id) => organizationId(ctx, id),
    speakers,
    coordinators: members.filter((member) => member.coordinator),
  });
  await loadCheckins(ctx, (sampleId) => {
    const name = sample.people.find(({ id }) => id === sampleId)?.name;
    const member = members.find(({ displayName }) => displayName === name);
    if (!member) throw new Error(`the sample names ${sampleId}, who is no member`);
    return member;
  });
}

function organizationId(ctx: Context, sampleId: string): string {
  const { name } = sample.organizations.find(({ id }) => id === sampleId) ?? { name: '' };
  const found = ctx.partnership.organizations.find((organization) => organization.name === name);
  if (!found) throw new Error(`the sample names ${sampleId}, who is not in the partnership`);
  return found.id;
}

async function addPerson(
  ctx: Context,
  tx: Parameters<typeof putMember>[0],
  person: Sample['people'][number],
): Promise<void> {
  const user = sampleWorld.users.find(({ name }) => name === person.name);
  if (!user) throw new Error(`nobody in the simulated Slack is ${person.id}`);
  const member = await putMember(tx, ctx.partnership.id, {
    organizationId: organizationId(ctx, person.organizationId),
    slackTeamId: user.teamId,
    slackUserId: user.id,
    displayName: person.name,
    timeZone: person.timeZone,
  });
  const { coordinator, representatives } = sample.organizations.find(
    ({ id }) => id === person.organizationId,
  ) ?? { coordinator: '', representatives: [] };
  await changeMember(tx, ctx.partnership.id, member.id, {
    coordinator: coordinator === person.id,
    representative: (representatives as readonly string[]).includes(person.id),
    workingHours: {
      from: person.workingHours[0] ?? '09:00',
      to: person.workingHours[1] ?? '17:00',
    },
  });
}

/** Who speaks for each organization, the City's first. */
async function speakersOf(ctx: Context): Promise<readonly Member[]> {
  const members = await listMembers(ctx.db, ctx.partnership.id);
  return sample.organizations.map(({ id }) => {
    const speaker = members.find(
      (member) => member.representative && member.organizationId === organizationId(ctx, id),
    );
    if (!speaker) throw new Error(`nobody speaks for ${id}`);
    return speaker;
  });
}

async function addTerm(
  ctx: Context,
  term: SampleTerm,
  [first, ...others]: readonly Member[],
): Promise<void> {
  const content = contentOf(ctx, term);
  await transaction({ ...ctx, member: first }, async (tx) => {
    const id = await foundSubject(tx, 'term');
    const { text } = term;
    await insertTerm(tx.db, ctx.partnership.id, {
      id,
      text,
      normalized: normalize(text),
      createdAt: ctx.clock.now(),
    });
    await markTerm(tx.db, ctx.partnership.id, id, { conflict: term.conflict as 'homonym' });
    for (const usage of term.usages) {
      const organization = organizationId(ctx, usage.organizationId);
      const speaker = [first, ...others].find((one) => one?.organizationId === organization);
      if (!speaker) continue;
      const own = { termId: id, organizationId: organization, memberId: speaker.id };
      const meanings = [{ ...own, meaning: usage.meaning, relation: 'same' as const }];
      await keepMeanings(tx, { meanings, isBlind: false });
    }
    const propose = (given: TermContent) =>
      openProposal(tx, termAgreeable, { subjectId: id, content: given, floorWorkingDays: 0 });
    const endorse = async () => {
      for (const member of others) {
        await takeStance({ ...tx, member }, termAgreeable, { subjectId: id, kind: 'endorse' });
      }
    };
    await propose(content);
    if (term.status === 'agreed' || term.status === 'deprecated') await endorse();
    if (term.status === 'deprecated') {
      await propose({ ...content, deprecated: true });
      await endorse();
    }
    if (term.status === 'disputed') {
      const reason = 'This does not cover what we mean by it yet; see how we use it.';
      const [, last] = others;
      await takeStance({ ...tx, member: last }, termAgreeable, {
        subjectId: id,
        kind: 'object',
        reason,
      });
    }
  });
}

function contentOf(ctx: Context, term: SampleTerm): TermContent {
  const agreed = term.agreed as {
    definition: string;
    preferredLabel: string | null;
    resolution: string;
    sayInstead?: Readonly<Record<string, string>>;
  };
  const sayInstead = Object.entries(agreed.sayInstead ?? {}).map(
    ([id, words]) => [organizationId(ctx, id), words] as const,
  );
  return {
    definition: agreed.definition,
    resolution: agreed.resolution as Resolution,
    ...(agreed.preferredLabel && { preferredLabel: agreed.preferredLabel }),
    ...(sayInstead.length > 0 && { sayInstead: Object.fromEntries(sayInstead) }),
  };
}
