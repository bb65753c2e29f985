import type { Db, Transaction } from '../database/client.ts';
import type { JobName, NamedJobs } from './queue.ts';

/** What is to happen, in one partnership: `what` is the name of the job that does it. */
export type Appointment = {
  readonly partnershipId: string;
  readonly what: JobName;
  /** An id, where there are several of a kind. */
  readonly about?: string;
};

const AT_ONCE = 500;
const AN_HOUR_MS = 3_600_000;

/** Sets the moment of an appointment, or moves it. */
export async function setAppointment(
  tx: Transaction,
  { partnershipId, what, about = '' }: Appointment,
  dueAt: Date,
): Promise<void> {
  await tx.appointment.upsert({
    where: { partnershipId_what_about: { partnershipId, what, about } },
    create: { partnershipId, what, about, dueAt },
    update: { dueAt },
  });
}

/** Sets it, unless it is set for an earlier moment already. */
export async function appointAtLatest(
  tx: Transaction,
  { partnershipId, what, about = '' }: Appointment,
  dueAt: Date,
): Promise<void> {
  await tx.$executeRaw`
    insert into appointment (partnership_id, what, about, due_at)
    values (${partnershipId}::uuid, ${what}, ${about}, ${dueAt})
    on conflict (partnership_id, what, about)
    do update set due_at = least(appointment.due_at, excluded.due_at)`;
}

/** False when there was none. */
export async function cancelAppointment(
  tx: Transaction,
  { partnershipId, what, about = '' }: Appointment,
): Promise<boolean> {
  const { count } = await tx.appointment.deleteMany({ where: { partnershipId, what, about } });
  return count > 0;
}

/**
 * Turns what is due into jobs, in the transaction that takes it: of several replicas, one gets each.
 * A job that recurs sets its next appointment itself. What nobody here does is left for a version of the
 * bot that does.
 */
export async function claimAppointments(
  tx: Transaction,
  jobs: NamedJobs,
  now: Date,
): Promise<{ readonly more: boolean }> {
  const due = await tx.$queryRaw<Required<Appointment & { dueAt: Date }>[]>`
    with due as (
      select partnership_id, what, about from appointment
      where due_at <= ${now} and what = any(${[...jobs.names]})
      order by due_at limit ${AT_ONCE} for update skip locked
    )
    delete from appointment a using due d
    where a.partnership_id = d.partnership_id and a.what = d.what and a.about = d.about
    returning a.partnership_id as "partnershipId", a.what, a.about, a.due_at as "dueAt"`;
  for (const { partnershipId, what, about, dueAt } of due) {
    await jobs.add(tx, what, { partnershipId, about, dueAt: dueAt.toISOString() });
  }
  return { more: due.length === AT_ONCE };
}

/**
 * Sets what recurs in every partnership and is not set, because it is new with this version or because a
 * turn failed for good. Whoever is at such a turn just now sets it as well, and that does no harm.
 */
export async function ensureRecurring(db: Db, names: readonly string[], now: Date): Promise<void> {
  const dueAt = new Date(now.getTime() + AN_HOUR_MS);
  await db.$executeRaw`
    insert into appointment (partnership_id, what, about, due_at)
    select p.id, n.name, '', ${dueAt} from partnership p
    cross join unnest(${[...names]}::text[]) n (name)
    on conflict do nothing`;
}

/** Over all partnerships, for the clock. */
export async function nextAppointment(db: Db, names: readonly string[]): Promise<Date | undefined> {
  const where = { what: { in: [...names] } };
  const { _min } = await db.appointment.aggregate({ where, _min: { dueAt: true } });
  return _min.dueAt ?? undefined;
}
