import type { Db, Transaction } from '../database/client.ts';
import type { Jobs } from './queue.ts';

/** What is to happen, in one partnership: `what` is the name of the job that does it. */
export type Appointment = {
  readonly partnershipId: string;
  readonly what: string;
  /** An id, where there are several of a kind. */
  readonly about?: string;
};

const AT_ONCE = 500;

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

export async function cancelAppointment(
  tx: Transaction,
  { partnershipId, what, about = '' }: Appointment,
): Promise<void> {
  await tx.appointment.deleteMany({ where: { partnershipId, what, about } });
}

/**
 * Turns what is due into jobs, in the transaction that takes it: of several replicas, one gets each.
 * A job that recurs sets its next appointment itself.
 */
export async function claimAppointments(
  tx: Transaction,
  jobs: Jobs,
  now: Date,
): Promise<{ readonly more: boolean }> {
  const due = await tx.$queryRaw<Required<Appointment & { dueAt: Date }>[]>`
    with due as (
      select partnership_id, what, about from appointment where due_at <= ${now}
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

/** Over all partnerships, for the clock. */
export async function nextAppointment(db: Db): Promise<Date | undefined> {
  const { _min } = await db.appointment.aggregate({ _min: { dueAt: true } });
  return _min.dueAt ?? undefined;
}
