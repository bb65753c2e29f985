-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('exploring', 'building', 'delivering', 'reviewing', 'closing', 'closed');

-- CreateEnum
CREATE TYPE "Sector" AS ENUM ('public', 'private', 'nonprofit');

-- CreateEnum
CREATE TYPE "SubjectKind" AS ENUM ('term', 'milestone', 'vision', 'outcome');

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('open', 'agreed', 'superseded', 'withdrawn');

-- CreateEnum
CREATE TYPE "StanceKind" AS ENUM ('endorse', 'accept', 'concern', 'object');

-- CreateEnum
CREATE TYPE "Conflict" AS ENUM ('none', 'homonym', 'synonym', 'broader_narrower');

-- CreateEnum
CREATE TYPE "Rating" AS ENUM ('preferred', 'admitted', 'deprecated', 'superseded');

-- CreateEnum
CREATE TYPE "Relation" AS ENUM ('same', 'narrower', 'broader', 'different', 'not_used');

-- CreateTable
CREATE TABLE "partnership" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT,
    "stage" "Stage" NOT NULL DEFAULT 'exploring',
    "term_floor_working_days" INTEGER NOT NULL DEFAULT 0,
    "blind_first" BOOLEAN NOT NULL DEFAULT true,
    "lazy_consent" BOOLEAN NOT NULL DEFAULT false,
    "founded_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "sector" "Sector",
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "working_week" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "closures" DATE[] DEFAULT ARRAY[]::DATE[],
    "email_domains" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "left_at" TIMESTAMPTZ,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_team" (
    "partnership_id" UUID NOT NULL,
    "slack_team_id" TEXT NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "organization_team_pkey" PRIMARY KEY ("partnership_id","slack_team_id")
);

-- CreateTable
CREATE TABLE "channel" (
    "slack_id" TEXT NOT NULL,
    "partnership_id" UUID NOT NULL,
    "installation_team_id" TEXT NOT NULL,
    "greeted_at" TIMESTAMPTZ,
    "gone_at" TIMESTAMPTZ,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("slack_id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "slack_team_id" TEXT NOT NULL,
    "slack_user_id" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "time_zone" TEXT,
    "coordinator" BOOLEAN NOT NULL DEFAULT false,
    "representative" BOOLEAN NOT NULL DEFAULT false,
    "observer" BOOLEAN NOT NULL DEFAULT false,
    "deactivated_at" TIMESTAMPTZ,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "kind" "SubjectKind" NOT NULL,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "editorial" BOOLEAN NOT NULL DEFAULT false,
    "floor_working_days" INTEGER NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ NOT NULL,
    "closed_at" TIMESTAMPTZ,
    "due_at" TIMESTAMPTZ,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stance" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "StanceKind" NOT NULL,
    "reason" TEXT,
    "carried" BOOLEAN NOT NULL DEFAULT false,
    "taken_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "stance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "agreed_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "conflict" "Conflict",
    "collecting_since" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term_label" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "rating" "Rating" NOT NULL DEFAULT 'admitted',

    CONSTRAINT "term_label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usage" (
    "partnership_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "meaning" TEXT NOT NULL,
    "relation" "Relation" NOT NULL DEFAULT 'same',
    "written_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "usage_pkey" PRIMARY KEY ("term_id","organization_id")
);

-- CreateTable
CREATE TABLE "posting" (
    "subject_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "partnership_id" UUID NOT NULL,
    "claimed_at" TIMESTAMPTZ NOT NULL,
    "channel_id" TEXT,
    "ts" TEXT,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("subject_id","what","version")
);

-- CreateTable
CREATE TABLE "missed_look_up" (
    "partnership_id" UUID NOT NULL,
    "normalized" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "missed_look_up_pkey" PRIMARY KEY ("partnership_id","normalized","week")
);

-- CreateTable
CREATE TABLE "note" (
    "id" BIGSERIAL NOT NULL,
    "partnership_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "member_id" UUID,
    "subject_id" UUID,
    "what" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "event_id" TEXT NOT NULL,
    "body" JSONB,
    "received_at" TIMESTAMPTZ NOT NULL,
    "handled_at" TIMESTAMPTZ,

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organization_partnership_id_id_key" ON "organization"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_partnership_id_name_key" ON "organization"("partnership_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "organization_partnership_id_short_name_key" ON "organization"("partnership_id", "short_name");

-- CreateIndex
CREATE INDEX "organization_team_slack_team_id_idx" ON "organization_team"("slack_team_id");

-- CreateIndex
CREATE INDEX "organization_team_partnership_id_organization_id_idx" ON "organization_team"("partnership_id", "organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "channel_partnership_id_slack_id_key" ON "channel"("partnership_id", "slack_id");

-- CreateIndex
CREATE INDEX "member_slack_user_id_slack_team_id_idx" ON "member"("slack_user_id", "slack_team_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_partnership_id_id_key" ON "member"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "member_partnership_id_slack_team_id_slack_user_id_key" ON "member"("partnership_id", "slack_team_id", "slack_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_partnership_id_organization_id_id_key" ON "member"("partnership_id", "organization_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "subject_partnership_id_id_key" ON "subject"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_partnership_id_id_key" ON "proposal"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_subject_id_version_key" ON "proposal"("subject_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_partnership_id_subject_id_id_key" ON "proposal"("partnership_id", "subject_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "stance_proposal_id_member_id_key" ON "stance"("proposal_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_proposal_id_key" ON "agreement"("proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_partnership_id_subject_id_proposal_id_key" ON "agreement"("partnership_id", "subject_id", "proposal_id");

-- CreateIndex
CREATE UNIQUE INDEX "term_partnership_id_id_key" ON "term"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "term_partnership_id_normalized_key" ON "term"("partnership_id", "normalized");

-- CreateIndex
CREATE INDEX "term_label_partnership_id_normalized_idx" ON "term_label"("partnership_id", "normalized");

-- CreateIndex
CREATE UNIQUE INDEX "term_label_term_id_normalized_key" ON "term_label"("term_id", "normalized");

-- CreateIndex
CREATE INDEX "note_partnership_id_subject_id_id_idx" ON "note"("partnership_id", "subject_id", "id");

-- CreateIndex
CREATE INDEX "inbox_event_handled_at_received_at_idx" ON "inbox_event"("handled_at", "received_at");

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "organization_team" ADD CONSTRAINT "organization_team_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "channel" ADD CONSTRAINT "channel_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "subject" ADD CONSTRAINT "subject_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_partnership_id_subject_id_fkey" FOREIGN KEY ("partnership_id", "subject_id") REFERENCES "subject"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_partnership_id_organization_id_member_id_fkey" FOREIGN KEY ("partnership_id", "organization_id", "member_id") REFERENCES "member"("partnership_id", "organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_partnership_id_proposal_id_fkey" FOREIGN KEY ("partnership_id", "proposal_id") REFERENCES "proposal"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_partnership_id_subject_id_fkey" FOREIGN KEY ("partnership_id", "subject_id") REFERENCES "subject"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_partnership_id_subject_id_proposal_id_fkey" FOREIGN KEY ("partnership_id", "subject_id", "proposal_id") REFERENCES "proposal"("partnership_id", "subject_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_partnership_id_id_fkey" FOREIGN KEY ("partnership_id", "id") REFERENCES "subject"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "term_label" ADD CONSTRAINT "term_label_partnership_id_term_id_fkey" FOREIGN KEY ("partnership_id", "term_id") REFERENCES "term"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "usage" ADD CONSTRAINT "usage_partnership_id_term_id_fkey" FOREIGN KEY ("partnership_id", "term_id") REFERENCES "term"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "usage" ADD CONSTRAINT "usage_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "usage" ADD CONSTRAINT "usage_partnership_id_organization_id_member_id_fkey" FOREIGN KEY ("partnership_id", "organization_id", "member_id") REFERENCES "member"("partnership_id", "organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_partnership_id_subject_id_fkey" FOREIGN KEY ("partnership_id", "subject_id") REFERENCES "subject"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "missed_look_up" ADD CONSTRAINT "missed_look_up_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_partnership_id_subject_id_fkey" FOREIGN KEY ("partnership_id", "subject_id") REFERENCES "subject"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma's language cannot say. Names in quotes below appear in refusals and in
-- test/database/constraints.test.ts.

-- One version is open per subject, and one agreement is in force.
CREATE UNIQUE INDEX "proposal_one_open" ON "proposal"("subject_id") WHERE "state" = 'open';
CREATE UNIQUE INDEX "agreement_one_in_force" ON "agreement"("subject_id") WHERE "ended_at" IS NULL;

-- A string is the preferred name of one term.
CREATE UNIQUE INDEX "term_label_one_preferred" ON "term_label"("partnership_id", "normalized")
  WHERE "rating" = 'preferred';

-- What the clock asks each minute.
CREATE INDEX "proposal_due" ON "proposal"("due_at") WHERE "state" = 'open' AND "due_at" IS NOT NULL;

ALTER TABLE "partnership"
  ADD CONSTRAINT "partnership_floor_not_negative" CHECK ("term_floor_working_days" >= 0);

ALTER TABLE "organization"
  ALTER COLUMN "working_week" SET NOT NULL,
  ALTER COLUMN "closures" SET NOT NULL,
  ALTER COLUMN "email_domains" SET NOT NULL,
  ADD CONSTRAINT "organization_has_name" CHECK ("name" ~ '\S' AND "short_name" ~ '\S'),
  ADD CONSTRAINT "organization_working_week" CHECK (
    "working_week" <@ ARRAY[1, 2, 3, 4, 5, 6, 7] AND cardinality("working_week") BETWEEN 1 AND 7
  );

ALTER TABLE "member"
  ADD CONSTRAINT "member_observer_only_observes"
  CHECK (NOT ("observer" AND ("coordinator" OR "representative")));

ALTER TABLE "proposal"
  ADD CONSTRAINT "proposal_version_from_one" CHECK ("version" >= 1),
  ADD CONSTRAINT "proposal_floor_not_negative" CHECK ("floor_working_days" >= 0),
  ADD CONSTRAINT "proposal_closed_at_when_closed" CHECK (("state" = 'open') = ("closed_at" IS NULL));

ALTER TABLE "stance"
  ADD CONSTRAINT "stance_objection_has_reason"
  CHECK ("kind" <> 'object' OR coalesce("reason" ~ '\S', false));

ALTER TABLE "agreement"
  ADD CONSTRAINT "agreement_ends_after_it_began" CHECK ("ended_at" >= "agreed_at");

ALTER TABLE "term"
  ADD CONSTRAINT "term_has_text" CHECK ("text" ~ '\S' AND "normalized" ~ '\S');

ALTER TABLE "term_label"
  ADD CONSTRAINT "term_label_has_text" CHECK ("text" ~ '\S' AND "normalized" ~ '\S');

ALTER TABLE "usage"
  ADD CONSTRAINT "usage_has_meaning" CHECK ("relation" = 'not_used' OR "meaning" ~ '\S');

ALTER TABLE "missed_look_up"
  ADD CONSTRAINT "missed_look_up_counts" CHECK ("count" >= 1),
  ADD CONSTRAINT "missed_look_up_week_is_monday" CHECK (extract(isodow FROM "week") = 1);

-- The messages of the triggers name their rule as PostgreSQL's own do, since drivers hand on the
-- message only (src/database/errors.ts).

-- The lock waits for whoever is closing this version, and they wait for whoever takes a stance.
CREATE FUNCTION "refuse_stance_on_closed_version"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version_state "ProposalState";
BEGIN
  FOR version_state IN
    SELECT "state" FROM "proposal" WHERE "id" IN (NEW."proposal_id", OLD."proposal_id") FOR SHARE
  LOOP
    IF version_state <> 'open' THEN
      RAISE EXCEPTION 'stance on a version that is % violates constraint "stance_on_open_version"', version_state
        USING ERRCODE = 'check_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

CREATE TRIGGER "stance_on_open_version" BEFORE INSERT OR UPDATE ON "stance"
  FOR EACH ROW EXECUTE FUNCTION "refuse_stance_on_closed_version"();

-- What people endorsed is what they read: a version is never reworded, and never opened again.
CREATE FUNCTION "refuse_rewritten_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" <> 'open' AND NEW."state" IS DISTINCT FROM OLD."state" THEN
    RAISE EXCEPTION 'a version that is % violates constraint "proposal_stays_closed"', OLD."state"
      USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW."id", NEW."partnership_id", NEW."subject_id", NEW."version", NEW."organization_id", NEW."member_id",
      NEW."content") IS DISTINCT FROM
     (OLD."id", OLD."partnership_id", OLD."subject_id", OLD."version", OLD."organization_id", OLD."member_id",
      OLD."content") THEN
    RAISE EXCEPTION 'a reworded version violates constraint "proposal_is_not_rewritten"'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "proposal_is_not_rewritten" BEFORE UPDATE ON "proposal"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewritten_version"();

CREATE FUNCTION "refuse_changed_note"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on the notes violates constraint "note_append_only"', TG_OP
    USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER "note_append_only" BEFORE UPDATE OR DELETE ON "note"
  FOR EACH ROW EXECUTE FUNCTION "refuse_changed_note"();
CREATE TRIGGER "note_append_only_truncate" BEFORE TRUNCATE ON "note"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_changed_note"();
