/** An agreement is looked at again after this time (domain 3.2.11). */
export const MONTHS_UNTIL_REVIEW = 12;

/** How many people, of how many organizations, found a wording unclear; never who. */
export type Confusion = { readonly people: number; readonly organizations: number };

/** From then on the partners are asked before the time is over. */
export function needsReview({ people, organizations }: Confusion): boolean {
  return people >= 3 && organizations >= 2;
}

export function confusionOf(flags: readonly { readonly organizationId: string }[]): Confusion {
  const organizations = new Set(flags.map(({ organizationId }) => organizationId)).size;
  return { people: flags.length, organizations };
}
