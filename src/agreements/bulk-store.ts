import type { Transaction } from '../database/client.ts';
import type { SubjectKind } from './proposal.ts';

export type NewVersion = {
  readonly subjectId: string;
  readonly version: number;
  readonly content: unknown;
};

export type Author = { readonly memberId: string; readonly organizationId: string };

/** As many new subjects as are wanted, by their ids. */
export async function insertSubjects(
  tx: Transaction,
  partnershipId: string,
  kind: SubjectKind,
  count: number,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into subject (id, partnership_id, kind)
    select gen_random_uuid(), ${partnershipId}::uuid, ${kind}::"SubjectKind"
    from generate_series(1, ${count}::int) returning id`;
  return rows.map(({ id }) => id);
}

/** Always in the same order, so that two who lock many do not wait for each other in a circle. */
export async function lockSubjects(
  tx: Transaction,
  partnershipId: string,
  subjectIds: readonly string[],
): Promise<void> {
  await tx.$queryRaw`
    select 1 from subject
    where partnership_id = ${partnershipId}::uuid and id = any(${[...subjectIds]}::uuid[])
    order by id for update`;
}

/** Opens a version of each subject in the place of the one that was open. */
export async function insertVersions(
  tx: Transaction,
  partnershipId: string,
  versions: readonly NewVersion[],
  given: Author & { readonly floorWorkingDays: number; readonly openedAt: Date },
): Promise<void> {
  const subjectIds = versions.map(({ subjectId }) => subjectId);
  await tx.$executeRaw`
    update proposal set state = 'superseded', closed_at = ${given.openedAt}, due_at = null
    where partnership_id = ${partnershipId}::uuid and subject_id = any(${subjectIds}::uuid[])
      and state = 'open'`;
  await tx.$executeRaw`
    insert into proposal (id, partnership_id, subject_id, version, organization_id, member_id,
      content, floor_working_days, opened_at)
    select gen_random_uuid(), ${partnershipId}::uuid, v."subjectId", v.version,
      ${given.organizationId}::uuid, ${given.memberId}::uuid, v.content,
      ${given.floorWorkingDays}, ${given.openedAt}
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb)
      as v ("subjectId" uuid, version int, content jsonb)`;
}

/** Closes the open versions as agreed by these members, and puts them in the place of what was in force. */
export async function agreeVersions(
  tx: Transaction,
  partnershipId: string,
  subjectIds: readonly string[],
  memberIds: readonly string[],
  now: Date,
): Promise<void> {
  const subjects = [...subjectIds];
  await tx.$executeRaw`
    insert into stance (id, partnership_id, proposal_id, member_id, kind, taken_at)
    select gen_random_uuid(), p.partnership_id, p.id, m.id, 'endorse', ${now}
    from proposal p, unnest(${[...memberIds]}::uuid[]) as m (id)
    where p.partnership_id = ${partnershipId}::uuid and p.subject_id = any(${subjects}::uuid[])
      and p.state = 'open'`;
  await tx.$executeRaw`
    update agreement set ended_at = ${now}
    where partnership_id = ${partnershipId}::uuid and subject_id = any(${subjects}::uuid[])
      and ended_at is null`;
  await tx.$executeRaw`
    with closed as (
      update proposal set state = 'agreed', closed_at = ${now}, due_at = null
      where partnership_id = ${partnershipId}::uuid and subject_id = any(${subjects}::uuid[])
        and state = 'open'
      returning id, partnership_id, subject_id
    )
    insert into agreement (id, partnership_id, subject_id, proposal_id, agreed_at)
    select gen_random_uuid(), partnership_id, subject_id, id, ${now} from closed`;
}
