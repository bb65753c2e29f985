-- CreateEnum
CREATE TYPE "MoveReason" AS ENUM ('approval', 'dependency', 'capacity', 'scope', 'estimate', 'outside');

-- CreateEnum
CREATE TYPE "NoticeEnd" AS ENUM ('told', 'moot', 'stale', 'stopped');

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "closure_country" TEXT,
ADD COLUMN     "closures" DATE[] DEFAULT ARRAY[]::DATE[],
ADD COLUMN     "digest_stopped_at" TIMESTAMPTZ,
ADD COLUMN     "digest_time" TEXT NOT NULL DEFAULT '09:00',
ADD COLUMN     "digest_weekday" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "direct_channel_id" TEXT,
ADD COLUMN     "working_from" TEXT,
ADD COLUMN     "working_to" TEXT;

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "country" TEXT,
ADD COLUMN     "quiet_from" TEXT NOT NULL DEFAULT '18:00',
ADD COLUMN     "quiet_to" TEXT NOT NULL DEFAULT '08:00',
ADD COLUMN     "subdivision" TEXT;

-- AlterTable
ALTER TABLE "partnership" ADD COLUMN     "milestone_floor_working_days" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "posting" ADD COLUMN     "delivery_id" UUID,
ADD COLUMN     "held_until" TIMESTAMPTZ;

-- AlterTable
ALTER TABLE "told" ADD COLUMN     "channel_id" TEXT,
ADD COLUMN     "delivery_id" UUID,
ADD COLUMN     "held_until" TIMESTAMPTZ,
ADD COLUMN     "ts" TEXT;

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "done_means" TEXT,
    "owner_organization_id" UUID NOT NULL,
    "owner_member_id" UUID,
    "latest_acceptable_on" DATE,
    "lead_minimum" INTEGER,
    "lead_typical" INTEGER,
    "lead_maximum" INTEGER,
    "remaining_working_days" INTEGER NOT NULL DEFAULT 0,
    "collecting_since" TIMESTAMPTZ,
    "baseline_on" DATE,
    "agreed_on" DATE,
    "done_on" DATE,
    "dropped_at" TIMESTAMPTZ,
    "said_health" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_contributor" (
    "milestone_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,

    CONSTRAINT "milestone_contributor_pkey" PRIMARY KEY ("milestone_id","organization_id")
);

-- CreateTable
CREATE TABLE "milestone_dependency" (
    "milestone_id" UUID NOT NULL,
    "depends_on_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,

    CONSTRAINT "milestone_dependency_pkey" PRIMARY KEY ("milestone_id","depends_on_id")
);

-- CreateTable
CREATE TABLE "milestone_step" (
    "milestone_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "partnership_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "working_days" INTEGER,
    "meeting" TEXT,
    "papers_due_working_days" INTEGER,

    CONSTRAINT "milestone_step_pkey" PRIMARY KEY ("milestone_id","position")
);

-- CreateTable
CREATE TABLE "forecast" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "reported_on" DATE NOT NULL,
    "forecast_on" DATE NOT NULL,
    "reason" "MoveReason",
    "member_id" UUID,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "forecast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confidence" (
    "milestone_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "value" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "confidence_pkey" PRIMARY KEY ("milestone_id","organization_id")
);

-- CreateTable
CREATE TABLE "date_proposal" (
    "milestone_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "earliest_on" DATE,
    "target_on" DATE NOT NULL,
    "latest_on" DATE,
    "confidence" INTEGER,
    "note" TEXT,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "date_proposal_pkey" PRIMARY KEY ("milestone_id","organization_id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "starts_at" TEXT,
    "minutes" INTEGER NOT NULL DEFAULT 60,
    "papers_due_working_days" INTEGER,
    "changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ NOT NULL,
    "not_before" TIMESTAMPTZ NOT NULL,
    "stale_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "end" "NoticeEnd",

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_stop" (
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "partnership_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "notice_stop_pkey" PRIMARY KEY ("member_id","kind")
);

-- CreateTable
CREATE TABLE "pace" (
    "scope" TEXT NOT NULL,
    "free_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "pace_pkey" PRIMARY KEY ("scope")
);

-- CreateIndex
CREATE UNIQUE INDEX "milestone_partnership_id_id_key" ON "milestone"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "milestone_partnership_id_normalized_key" ON "milestone"("partnership_id", "normalized");

-- CreateIndex
CREATE INDEX "forecast_milestone_id_at_idx" ON "forecast"("milestone_id", "at");

-- CreateIndex
CREATE INDEX "meeting_partnership_id_held_on_idx" ON "meeting"("partnership_id", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_organization_id_name_held_on_key" ON "meeting"("organization_id", "name", "held_on");

-- CreateIndex
CREATE INDEX "notice_member_id_ended_at_idx" ON "notice"("member_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "notice_member_id_kind_about_occasion_key" ON "notice"("member_id", "kind", "about", "occasion");

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_partnership_id_id_fkey" FOREIGN KEY ("partnership_id", "id") REFERENCES "subject"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_partnership_id_owner_organization_id_fkey" FOREIGN KEY ("partnership_id", "owner_organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_partnership_id_owner_organization_id_owner_membe_fkey" FOREIGN KEY ("partnership_id", "owner_organization_id", "owner_member_id") REFERENCES "member"("partnership_id", "organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone_contributor" ADD CONSTRAINT "milestone_contributor_partnership_id_milestone_id_fkey" FOREIGN KEY ("partnership_id", "milestone_id") REFERENCES "milestone"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone_contributor" ADD CONSTRAINT "milestone_contributor_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone_dependency" ADD CONSTRAINT "milestone_dependency_partnership_id_milestone_id_fkey" FOREIGN KEY ("partnership_id", "milestone_id") REFERENCES "milestone"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone_dependency" ADD CONSTRAINT "milestone_dependency_partnership_id_depends_on_id_fkey" FOREIGN KEY ("partnership_id", "depends_on_id") REFERENCES "milestone"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "milestone_step" ADD CONSTRAINT "milestone_step_partnership_id_milestone_id_fkey" FOREIGN KEY ("partnership_id", "milestone_id") REFERENCES "milestone"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_partnership_id_milestone_id_fkey" FOREIGN KEY ("partnership_id", "milestone_id") REFERENCES "milestone"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "confidence" ADD CONSTRAINT "confidence_partnership_id_milestone_id_fkey" FOREIGN KEY ("partnership_id", "milestone_id") REFERENCES "milestone"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "confidence" ADD CONSTRAINT "confidence_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "confidence" ADD CONSTRAINT "confidence_partnership_id_organization_id_member_id_fkey" FOREIGN KEY ("partnership_id", "organization_id", "member_id") REFERENCES "member"("partnership_id", "organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "date_proposal" ADD CONSTRAINT "date_proposal_partnership_id_milestone_id_fkey" FOREIGN KEY ("partnership_id", "milestone_id") REFERENCES "milestone"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "date_proposal" ADD CONSTRAINT "date_proposal_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "date_proposal" ADD CONSTRAINT "date_proposal_partnership_id_organization_id_member_id_fkey" FOREIGN KEY ("partnership_id", "organization_id", "member_id") REFERENCES "member"("partnership_id", "organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notice_stop" ADD CONSTRAINT "notice_stop_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "notice_stop" ADD CONSTRAINT "notice_stop_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What all agreed to is the measure of everything later: it is set once.
CREATE FUNCTION "refuse_moved_baseline"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."baseline_on" IS NOT NULL AND (
    NEW."baseline_on" IS DISTINCT FROM OLD."baseline_on" OR NEW."agreed_on" IS DISTINCT FROM OLD."agreed_on"
  ) THEN
    RAISE EXCEPTION 'new row for relation "milestone" violates check constraint "milestone_baseline_frozen"'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "baseline_frozen" BEFORE UPDATE ON "milestone"
  FOR EACH ROW EXECUTE FUNCTION "refuse_moved_baseline"();

CREATE FUNCTION "refuse_changed_forecast"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'new row for relation "forecast" violates check constraint "forecast_append_only"'
    USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "forecast"
  FOR EACH ROW EXECUTE FUNCTION "refuse_changed_forecast"();

ALTER TABLE "milestone" ADD CONSTRAINT "milestone_agreed_whole_check"
  CHECK (("baseline_on" IS NULL) = ("agreed_on" IS NULL));
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_remaining_check" CHECK ("remaining_working_days" >= 0);
ALTER TABLE "confidence" ADD CONSTRAINT "confidence_value_check" CHECK ("value" BETWEEN 1 AND 5);
ALTER TABLE "date_proposal" ADD CONSTRAINT "date_proposal_order_check" CHECK (
  ("earliest_on" IS NULL OR "earliest_on" <= "target_on") AND ("latest_on" IS NULL OR "target_on" <= "latest_on")
);
ALTER TABLE "milestone_dependency" ADD CONSTRAINT "milestone_dependency_other_check"
  CHECK ("milestone_id" <> "depends_on_id");
ALTER TABLE "milestone_step" ADD CONSTRAINT "milestone_step_kind_check"
  CHECK (("working_days" IS NULL) <> ("meeting" IS NULL));
ALTER TABLE "notice" ADD CONSTRAINT "notice_ended_whole_check" CHECK (("ended_at" IS NULL) = ("end" IS NULL));
ALTER TABLE "member" ADD CONSTRAINT "member_digest_weekday_check" CHECK ("digest_weekday" BETWEEN 1 AND 7);

-- Who waits to be told something, found without reading what was told long ago.
CREATE INDEX "notice_open_key" ON "notice"("partnership_id", "member_id") WHERE "ended_at" IS NULL;

-- The digest of each partnership is appointed now; each turn sets the next one at its own hour.
INSERT INTO "appointment" ("partnership_id", "what", "about", "due_at")
SELECT p."id", 'digest.turn', '', now() FROM "partnership" p
ON CONFLICT DO NOTHING;
