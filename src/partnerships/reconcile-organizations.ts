import type { Db } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Facts } from '../facts.ts';
import type { FoundingInput } from './found-partnership.ts';
import { joinOrganizations } from './join-organizations.ts';
import type { Partnership } from './partnership.ts';
import { changeOrganization, findPartnership } from './store.ts';

/** Follows what Slack says of a channel: who came is a partner, who no longer shares it has left. */
export async function reconcileOrganizations(
  db: Db,
  partnership: Partnership,
  input: {
    readonly organizations: FoundingInput['organizations'];
    readonly now: Date;
    readonly facts: Facts;
  },
): Promise<Partnership> {
  const sharing = input.organizations.flatMap((organization) => organization.slackTeamIds);
  await inTransaction(db, async (tx) => {
    for (const organization of partnership.organizations) {
      const { slackTeamIds } = organization;
      const isShared = slackTeamIds.length === 0 || slackTeamIds.some((id) => sharing.includes(id));
      if (isShared || organization.hasLeft || partnership.channelIds.length > 1) continue;
      await changeOrganization(tx, partnership.id, organization.id, { leftAt: input.now });
      const left = { partnershipId: partnership.id, organizationId: organization.id };
      await input.facts.tell(tx, 'organization.left', left);
    }
  });
  const left = (await findPartnership(db, partnership.id)) ?? partnership;
  return joinOrganizations(db, left, input);
}
