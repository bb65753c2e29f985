-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('reading', 'ready', 'asking', 'applying', 'done', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "ImportRowKind" AS ENUM ('new', 'changed', 'same', 'refused');

-- AlterTable
ALTER TABLE "channel" ADD COLUMN     "reading_since" TIMESTAMPTZ;

-- CreateTable
CREATE TABLE "appointment" (
    "partnership_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "due_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("partnership_id","what","about")
);

-- CreateTable
CREATE TABLE "told" (
    "partnership_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "told_pkey" PRIMARY KEY ("member_id","what","occasion")
);

-- CreateTable
CREATE TABLE "term_import" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'reading',
    "source" TEXT NOT NULL,
    "file_id" TEXT,
    "pasted" TEXT,
    "channel_id" TEXT NOT NULL,
    "preview_channel" TEXT,
    "preview_ts" TEXT,
    "asked_ts" TEXT,
    "asked_at" TIMESTAMPTZ,
    "announced_at" TIMESTAMPTZ,
    "proposed_count" INTEGER NOT NULL DEFAULT 0,
    "agreed_count" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "term_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term_import_row" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "partnership_id" UUID NOT NULL,
    "kind" "ImportRowKind" NOT NULL,
    "term" TEXT NOT NULL,
    "reason" TEXT,
    "record" JSONB,
    "term_id" UUID,
    "seen_version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "term_import_row_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "term_import_consent" (
    "import_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "term_import_consent_pkey" PRIMARY KEY ("import_id","organization_id")
);

-- CreateTable
CREATE TABLE "reading_consent" (
    "channel_id" TEXT NOT NULL,
    "organization_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "reading_consent_pkey" PRIMARY KEY ("channel_id","organization_id")
);

-- CreateTable
CREATE TABLE "word_reminder" (
    "member_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "reminded_at" TIMESTAMPTZ NOT NULL,
    "muted_at" TIMESTAMPTZ,

    CONSTRAINT "word_reminder_pkey" PRIMARY KEY ("member_id","term_id")
);

-- CreateTable
CREATE TABLE "undefined_acronym" (
    "partnership_id" UUID NOT NULL,
    "normalized" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "undefined_acronym_pkey" PRIMARY KEY ("partnership_id","normalized","week")
);

-- CreateTable
CREATE TABLE "ignored_acronym" (
    "partnership_id" UUID NOT NULL,
    "normalized" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "ignored_acronym_pkey" PRIMARY KEY ("partnership_id","normalized")
);

-- CreateTable
CREATE TABLE "confusion" (
    "term_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "confusion_pkey" PRIMARY KEY ("term_id","version","member_id")
);

-- CreateTable
CREATE TABLE "word_of_the_week" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "closed_at" TIMESTAMPTZ,

    CONSTRAINT "word_of_the_week_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "noticeboard" (
    "channel_id" TEXT NOT NULL,
    "partnership_id" UUID NOT NULL,
    "canvas_id" TEXT,
    "bookmark_id" TEXT,
    "pinned_ts" TEXT,
    "content_hash" TEXT,
    "refreshed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "noticeboard_pkey" PRIMARY KEY ("channel_id")
);

-- CreateIndex
CREATE INDEX "appointment_due_at_idx" ON "appointment"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "term_import_partnership_id_id_key" ON "term_import"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "term_import_row_import_id_kind_line_idx" ON "term_import_row"("import_id", "kind", "line");

-- CreateIndex
CREATE INDEX "word_of_the_week_partnership_id_opened_at_idx" ON "word_of_the_week"("partnership_id", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "noticeboard_partnership_id_channel_id_key" ON "noticeboard"("partnership_id", "channel_id");

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "told" ADD CONSTRAINT "told_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "told" ADD CONSTRAINT "told_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "term_import" ADD CONSTRAINT "term_import_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "term_import" ADD CONSTRAINT "term_import_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "term_import_row" ADD CONSTRAINT "term_import_row_partnership_id_import_id_fkey" FOREIGN KEY ("partnership_id", "import_id") REFERENCES "term_import"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "term_import_consent" ADD CONSTRAINT "term_import_consent_partnership_id_import_id_fkey" FOREIGN KEY ("partnership_id", "import_id") REFERENCES "term_import"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "term_import_consent" ADD CONSTRAINT "term_import_consent_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "term_import_consent" ADD CONSTRAINT "term_import_consent_partnership_id_organization_id_member__fkey" FOREIGN KEY ("partnership_id", "organization_id", "member_id") REFERENCES "member"("partnership_id", "organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reading_consent" ADD CONSTRAINT "reading_consent_partnership_id_channel_id_fkey" FOREIGN KEY ("partnership_id", "channel_id") REFERENCES "channel"("partnership_id", "slack_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_consent" ADD CONSTRAINT "reading_consent_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reading_consent" ADD CONSTRAINT "reading_consent_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reading_consent" ADD CONSTRAINT "reading_consent_partnership_id_organization_id_member_id_fkey" FOREIGN KEY ("partnership_id", "organization_id", "member_id") REFERENCES "member"("partnership_id", "organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "word_reminder" ADD CONSTRAINT "word_reminder_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "word_reminder" ADD CONSTRAINT "word_reminder_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "word_reminder" ADD CONSTRAINT "word_reminder_partnership_id_term_id_fkey" FOREIGN KEY ("partnership_id", "term_id") REFERENCES "term"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "undefined_acronym" ADD CONSTRAINT "undefined_acronym_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ignored_acronym" ADD CONSTRAINT "ignored_acronym_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "confusion" ADD CONSTRAINT "confusion_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "confusion" ADD CONSTRAINT "confusion_partnership_id_term_id_fkey" FOREIGN KEY ("partnership_id", "term_id") REFERENCES "term"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "confusion" ADD CONSTRAINT "confusion_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "word_of_the_week" ADD CONSTRAINT "word_of_the_week_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "word_of_the_week" ADD CONSTRAINT "word_of_the_week_partnership_id_term_id_fkey" FOREIGN KEY ("partnership_id", "term_id") REFERENCES "term"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "noticeboard" ADD CONSTRAINT "noticeboard_partnership_id_channel_id_fkey" FOREIGN KEY ("partnership_id", "channel_id") REFERENCES "channel"("partnership_id", "slack_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "noticeboard" ADD CONSTRAINT "noticeboard_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- One open term at a time is put before everybody.
CREATE UNIQUE INDEX "word_of_the_week_open_key" ON "word_of_the_week"("partnership_id") WHERE "closed_at" IS NULL;

-- One import at a time waits for the coordinators' yes.
CREATE UNIQUE INDEX "term_import_asking_key" ON "term_import"("partnership_id") WHERE "state" IN ('asking', 'applying');

-- What recurs in every partnership begins now; each turn sets the next one at its own hour.
INSERT INTO "appointment" ("partnership_id", "what", "about", "due_at")
SELECT p."id", w."what", '', now()
FROM "partnership" p, (VALUES ('upkeep.word'), ('upkeep.week')) AS w("what");
