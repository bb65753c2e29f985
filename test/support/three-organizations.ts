import sample from '../../sandbox/sample-partnership.json' with { type: 'json' };
import type { Context } from '../../src/context.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { changeMember, putMember } from '../../src/members/store.ts';
import { joinOrganizations } from '../../src/partnerships/join-organizations.ts';
import { organizationNamed } from '../../src/partnerships/partnership.ts';
import { changeOrganization } from '../../src/partnerships/store.ts';
import { CHANNEL, type Walk } from './walk.ts';

export type Founding = {
  readonly floor?: number;
  /** User ids and the organization whose representative each is. */
  readonly representatives?: People;
  readonly coordinators?: People;
};

type People = Readonly<Record<string, 'City' | 'Lantern' | 'Quillstone'>>;

/** One coordinator of each organization: Renata, Josué and Lena. */
export const COORDINATORS: Founding = {
  coordinators: { U0RENATA: 'City', U0JOSUE: 'Lantern', U0LENA: 'Quillstone' },
};

/** City, Lantern (guests of the City's workspace) and Quillstone, with the sample's calendars. */
export async function threeOrganizations(walk: Walk, founding: Founding = {}): Promise<Context> {
  const { db } = await foundByFirstUse(walk);
  const [row] = await db.partnership.findMany();
  const id = row?.id ?? '';
  await joinOrganizations(db, (await walk.bot.contextFor(id)).partnership, {
    organizations: [
      { name: 'Lantern Health Collective', slackTeamIds: [], timeZone: 'America/Chicago' },
    ],
  });
  const { partnership } = await walk.bot.contextFor(id);
  await inTransaction(db, async (tx) => {
    for (const { name, shortName, timeZone, closures } of sample.organizations) {
      const organization = organizationNamed(partnership, name);
      await changeOrganization(tx, id, organization?.id ?? '', {
        shortName,
        timeZone,
        closures,
        ...(shortName === 'Lantern' && { emailDomains: ['lantern.example'] }),
      });
    }
    if (founding.floor !== undefined) {
      await tx.partnership.update({
        where: { id },
        data: { termFloorWorkingDays: founding.floor },
      });
    }
  });
  const named = await walk.bot.contextFor(id);
  await inTransaction(db, async (tx) => {
    const roles = [
      ...rolesOf(founding.representatives, { representative: true }),
      ...rolesOf(founding.coordinators, { coordinator: true }),
    ];
    for (const { userId, shortName, role } of roles) {
      const member = await putMember(tx, id, {
        organizationId: organizationNamed(named.partnership, shortName)?.id ?? '',
        slackTeamId: walk.slack.as(userId).user.teamId,
        slackUserId: userId,
        displayName: walk.slack.as(userId).user.name,
        timeZone: undefined,
      });
      await changeMember(tx, id, member.id, role);
    }
  });
  return walk.bot.contextFor(id);
}

function rolesOf<Role>(people: People = {}, role: Role) {
  return Object.entries(people).map(([userId, shortName]) => ({ userId, shortName, role }));
}

async function foundByFirstUse(walk: Walk) {
  await walk.slack.as('U0RENATA').command(CHANNEL, '/glossary list');
  return { db: walk.database.client };
}
