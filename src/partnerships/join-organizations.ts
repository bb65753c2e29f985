import type { Db } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import type { FoundingInput } from './found-partnership.ts';
import { type Partnership, shortNameOf } from './partnership.ts';
import { changeOrganization, findPartnership, insertOrganization, insertTeams } from './store.ts';

/** Adds the organizations that came to share the channel; one that had left comes back. */
export async function joinOrganizations(
  db: Db,
  partnership: Partnership,
  input: { readonly organizations: FoundingInput['organizations'] },
): Promise<Partnership> {
  await inTransaction(db, async (tx) => {
    for (const organization of input.organizations) {
      const known = partnership.organizations.find((o) =>
        o.slackTeamIds.some((id) => organization.slackTeamIds.includes(id)),
      );
      if (known) {
        await insertTeams(tx, partnership.id, known.id, organization.slackTeamIds);
        if (known.hasLeft) await changeOrganization(tx, partnership.id, known.id, { leftAt: null });
        continue;
      }
      const { name, shortName } = untaken(partnership, organization.name);
      await insertOrganization(tx, partnership.id, { ...organization, name, shortName });
    }
  });
  return (await findPartnership(db, partnership.id)) ?? partnership;
}

function untaken(partnership: Partnership, wanted: string): { name: string; shortName: string } {
  const names = partnership.organizations.flatMap((o) => [o.name, o.shortName]);
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let name = wanted;
  for (
    let n = 2;
    taken.has(name.toLowerCase()) || taken.has(shortNameOf(name).toLowerCase());
    n += 1
  ) {
    name = `${n} ${wanted}`;
  }
  return { name, shortName: shortNameOf(name) };
}
