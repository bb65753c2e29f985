import type { Context } from '../context.ts';
import { listMilestones } from './list-milestones.ts';

export type Outlook = { readonly title: string; readonly earliestOn: string | undefined };

/** For each that is open and has steps: the earliest day that they and the known meetings allow. */
export async function listOutlook(ctx: Context): Promise<readonly Outlook[]> {
  return (await listMilestones(ctx)).flatMap(({ milestone: { title }, earliest }) =>
    earliest ? [{ title, earliestOn: earliest.earliestOn }] : [],
  );
}
