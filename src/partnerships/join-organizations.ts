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
    const taken = new Set(partnership.organizations.flatMap((o) => keysOf(o)));
    for (const organization of input.organizations) {
      const known = partnership.organizations.find((o) =>
        o.slackTeamIds.some((id) => organization.slackTeamIds.includes(id)),
      );
      if (known) {
        await insertTeams(tx, partnership.id, known.id, organization.slackTeamIds);
        if (known.hasLeft) await changeOrganization(tx, partnership.id, known.id, { leftAt: null });
        continue;
      }
      const named = untaken(taken, organization.name);
      for (const key of keysOf(named)) taken.add(key);
      await insertOrganization(tx, partnership.id, { ...organization, ...named });
    }
  });
  return (await findPartnership(db, partnership.id)) ?? partnership;
}

type Named = { readonly name: string; readonly shortName: string };

function keysOf({ name, shortName }: Named): readonly string[] {
  return [name.toLowerCase(), shortName.toLowerCase()];
}

function untaken(taken: ReadonlySet<string>, wanted: string): Named {
  let name = wanted;
  for (
    let n = 2;
    keysOf({ name, shortName: shortNameOf(name) }).some((key) => taken.has(key));
    n += 1
  ) {
    name = `${n} ${wanted}`;
  }
  return { name, shortName: shortNameOf(name) };
}
