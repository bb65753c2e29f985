import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { listMilestones, type Seen } from './list-milestones.ts';
import { normalizeTitle } from './milestone.ts';
import { nearTitles } from './near-titles.ts';

export type LookUp =
  | { readonly found: Seen }
  /** Those that have it in their name. */
  | { readonly several: readonly Seen[] }
  | { readonly missed: string; readonly near: readonly Seen[] };

/** The one that a title names. A part of the title is enough where only one has it. */
export async function lookUpMilestone(
  ctx: Context,
  input: { readonly title: string },
): Promise<LookUp> {
  const wanted = normalizeTitle(input.title);
  if (!wanted) {
    throw new Refusal('invalid', 'Which milestone? `/partnership milestones` lists them all.');
  }
  const all = await listMilestones(ctx);
  const having = (fits: (title: string) => boolean) =>
    all.filter(({ milestone }) => fits(normalizeTitle(milestone.title)));
  const [exact] = having((title) => title === wanted);
  if (exact) return { found: exact };
  const several = having((title) => title.includes(wanted));
  const [first, ...others] = several;
  if (first && others.length === 0) return { found: first };
  if (first) return { several };
  const near = nearTitles(
    input.title,
    all.map((seen) => ({ title: seen.milestone.title, seen })),
  );
  return { missed: input.title.trim(), near: near.map(({ seen }) => seen) };
}
