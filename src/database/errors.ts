/** What PostgreSQL refused, under whichever of Prisma's codes it arrives. */
export type DatabaseRefusal = {
  /** SQLSTATE: 23505 unique, 23514 check (and this schema's triggers), 23503 foreign key… */
  readonly code: string;
  /** Names the constraint or index, and holds no row's values. */
  readonly message: string;
};

/** What the database refused; undefined for any other error. */
export function refusalOf(error: unknown): DatabaseRefusal | undefined {
  const cause = property(property(property(error, 'meta'), 'driverAdapterError'), 'cause');
  const code = property(cause, 'originalCode');
  const message = property(cause, 'originalMessage');
  if (typeof code !== 'string' || typeof message !== 'string') return undefined;
  return { code, message };
}

/** Whether a row like this one is there already, in any unique index or in the named one. */
export function isConflict(error: unknown, index?: string): boolean {
  const refusal = refusalOf(error);
  return refusal?.code === '23505' && (index === undefined || names(refusal, index));
}

/** Whether a rule of the schema was broken: a check, a trigger, a reference. */
export function violates(error: unknown, constraint: string): boolean {
  const refusal = refusalOf(error);
  return refusal?.code.startsWith('23') === true && names(refusal, constraint);
}

/** Ids that are none, numbers and dates out of range, and what refers to a row that is not there. */
const UNTHINKABLE: ReadonlySet<string> = new Set([
  '22P02',
  '22003',
  '22007',
  '22008',
  '2201X',
  '23503',
]);

/** Whether it was asked for what can’t be there, so that nothing was read or changed. */
export function isUnthinkable(error: unknown): boolean {
  return UNTHINKABLE.has(refusalOf(error)?.code ?? '');
}

/** Whether the same transaction may well succeed when it is begun anew. */
export function isTransient(error: unknown): boolean {
  const code = refusalOf(error)?.code ?? property(error, 'code');
  return code === '40001' || code === '40P01' || code === 'P2034';
}

/** Drivers hand on the message alone, in the server's language, but with the name as it is. */
function names(refusal: DatabaseRefusal, constraint: string): boolean {
  return refusal.message.match(/\w+/g)?.includes(constraint) === true;
}

function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
