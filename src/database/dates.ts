/** A `date` column as Prisma takes it. */
export function toDate(on: string): Date {
  return new Date(`${on}T00:00:00Z`);
}

/** The ISO date of a `date` column. */
export function isoDate(column: Date): string {
  return column.toISOString().slice(0, 10);
}
