import type { Context } from '../context.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { listMilestones, type Seen } from './list-milestones.ts';
import { amongPresent, type Milestone, normalizeTitle } from './milestone.ts';
import { findMilestone } from './store.ts';

/** The one that an id or a title names. A part of the title is enough where only one has it. */
export async function getMilestone(
  ctx: Context,
  input: { readonly milestoneId: string } | { readonly title: string },
): Promise<Seen> {
  const all = await listMilestones(ctx);
  if ('milestoneId' in input) {
    const found = all.find(({ milestone }) => milestone.id === input.milestoneId);
    if (!found) throw notHere();
    return found;
  }
  const wanted = normalizeTitle(input.title);
  if (!wanted) {
    throw new Refusal('invalid', 'Which milestone? `/partnership milestones` lists them all.');
  }
  const exact = all.find(({ milestone }) => normalizeTitle(milestone.title) === wanted);
  if (exact) return exact;
  const near = all.filter(({ milestone }) => normalizeTitle(milestone.title).includes(wanted));
  const [first, ...others] = near;
  if (first && others.length === 0) return first;
  if (!first) throw notHere(input.title);
  const titles = near.slice(0, 5).map(({ milestone }) => `“${milestone.title}”`);
  throw new Refusal(
    'invalid',
    `Several milestones have that in their name: ${titles.join(', ')}. Which one do you mean?`,
  );
}

/** The bare row, for those who change it. */
export async function getMilestoneRow(ctx: Context, milestoneId: string): Promise<Milestone> {
  const found = await findMilestone(ctx.db, ctx.partnership.id, milestoneId);
  if (!found) throw notHere();
  return amongPresent(
    found,
    presentOrganizations(ctx.partnership).map(({ id }) => id),
  );
}

function notHere(title?: string): Refusal {
  return new Refusal(
    'not-found',
    title
      ? `I know no milestone “${title.slice(0, 80)}”. \`/partnership milestones\` lists them; \`/partnership milestones add TITLE = DATE\` adds one.`
      : 'That milestone is no longer here. `/partnership milestones` lists them all.',
  );
}
