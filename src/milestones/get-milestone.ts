import type { Context } from '../context.ts';
import { presentOrganizations } from '../partnerships/partnership.ts';
import { Refusal } from '../refusal.ts';
import { lineFor } from './line-for.ts';
import { listMilestones, type Seen } from './list-milestones.ts';
import { lookUpMilestone } from './look-up-milestone.ts';
import { amongPresent, type Milestone } from './milestone.ts';
import { findMilestone } from './store.ts';

/** The one that an id or a title names; refuses where there is none, or more than one. */
export async function getMilestone(
  ctx: Context,
  input: { readonly milestoneId: string } | { readonly title: string },
): Promise<Seen> {
  if ('milestoneId' in input) {
    const all = await listMilestones(ctx);
    const found = all.find(({ milestone }) => milestone.id === input.milestoneId);
    if (!found) throw notHere();
    return found;
  }
  const looked = await lookUpMilestone(ctx, input);
  if ('found' in looked) return looked.found;
  if ('several' in looked) {
    throw new Refusal(
      'invalid',
      `Several milestones have that in their name: ${titlesOf(looked.several.slice(0, 5)).join(', ')}. Which one do you mean?`,
    );
  }
  const missed = looked.missed.slice(0, 80);
  const meant = titlesOf(looked.near).join(' or ');
  throw new Refusal(
    'not-found',
    `I know no milestone “${missed}”.${meant ? ` Did you mean ${meant}?` : ''} \`/partnership milestones\` lists them; ${lineFor('add', missed, 'DATE')} adds one.`,
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

function titlesOf(several: readonly Seen[]): readonly string[] {
  return several.map(({ milestone }) => `“${milestone.title}”`);
}

function notHere(): Refusal {
  return new Refusal(
    'not-found',
    'That milestone is no longer here. `/partnership milestones` lists them all.',
  );
}
