-- CreateEnum
CREATE TYPE "CheckinState" AS ENUM ('joined', 'paused', 'left');

-- CreateEnum
CREATE TYPE "CheckinGroupState" AS ENUM ('introduced', 'planned', 'met', 'not_this_time', 'unknown', 'ended');

-- CreateEnum
CREATE TYPE "CheckinWhy" AS ENUM ('numbers', 'no_shared_hours', 'left');

-- CreateEnum
CREATE TYPE "CheckinAnswer" AS ENUM ('met', 'not_this_time');

-- CreateTable
CREATE TABLE "checkin" (
    "partnership_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "state" "CheckinState" NOT NULL,
    "paused_until" DATE,
    "changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "checkin_pkey" PRIMARY KEY ("partnership_id","member_id")
);

-- CreateTable
CREATE TABLE "checkin_rather_not" (
    "partnership_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,

    CONSTRAINT "checkin_rather_not_pkey" PRIMARY KEY ("partnership_id","member_id","other_id")
);

-- CreateTable
CREATE TABLE "checkin_apart" (
    "partnership_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "checkin_apart_pkey" PRIMARY KEY ("partnership_id","organization_id","other_id")
);

-- CreateTable
CREATE TABLE "checkin_round" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "opens_on" DATE NOT NULL,
    "meet_by" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "closed_at" TIMESTAMPTZ,
    "joined" INTEGER NOT NULL DEFAULT 0,
    "matched" INTEGER NOT NULL DEFAULT 0,
    "grouped" INTEGER NOT NULL DEFAULT 0,
    "met" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "checkin_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkin_group" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "starter_id" UUID NOT NULL,
    "state" "CheckinGroupState" NOT NULL DEFAULT 'introduced',
    "times" TIMESTAMPTZ[],
    "planned_at" TIMESTAMPTZ,
    "introduced_at" TIMESTAMPTZ,
    "channel_id" TEXT,

    CONSTRAINT "checkin_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkin_place" (
    "partnership_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "group_id" UUID,
    "why" "CheckinWhy",
    "picks" TIMESTAMPTZ[] DEFAULT ARRAY[]::TIMESTAMPTZ[],
    "answer" "CheckinAnswer",
    "has_tapped" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "checkin_place_pkey" PRIMARY KEY ("partnership_id","round_id","member_id")
);

-- CreateIndex
CREATE INDEX "checkin_rather_not_partnership_id_other_id_idx" ON "checkin_rather_not"("partnership_id", "other_id");

-- CreateIndex
CREATE INDEX "checkin_apart_partnership_id_other_id_idx" ON "checkin_apart"("partnership_id", "other_id");

-- CreateIndex
CREATE UNIQUE INDEX "checkin_round_partnership_id_id_key" ON "checkin_round"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "checkin_round_partnership_id_number_key" ON "checkin_round"("partnership_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "checkin_group_partnership_id_id_key" ON "checkin_group"("partnership_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "checkin_group_partnership_id_round_id_id_key" ON "checkin_group"("partnership_id", "round_id", "id");

-- CreateIndex
CREATE INDEX "checkin_place_partnership_id_member_id_idx" ON "checkin_place"("partnership_id", "member_id");

-- CreateIndex
CREATE INDEX "checkin_place_partnership_id_round_id_group_id_idx" ON "checkin_place"("partnership_id", "round_id", "group_id");

-- AddForeignKey
ALTER TABLE "checkin" ADD CONSTRAINT "checkin_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin" ADD CONSTRAINT "checkin_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_rather_not" ADD CONSTRAINT "checkin_rather_not_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_rather_not" ADD CONSTRAINT "checkin_rather_not_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_rather_not" ADD CONSTRAINT "checkin_rather_not_partnership_id_other_id_fkey" FOREIGN KEY ("partnership_id", "other_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_apart" ADD CONSTRAINT "checkin_apart_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_apart" ADD CONSTRAINT "checkin_apart_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_apart" ADD CONSTRAINT "checkin_apart_partnership_id_other_id_fkey" FOREIGN KEY ("partnership_id", "other_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_round" ADD CONSTRAINT "checkin_round_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_group" ADD CONSTRAINT "checkin_group_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_group" ADD CONSTRAINT "checkin_group_partnership_id_round_id_fkey" FOREIGN KEY ("partnership_id", "round_id") REFERENCES "checkin_round"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_group" ADD CONSTRAINT "checkin_group_partnership_id_starter_id_fkey" FOREIGN KEY ("partnership_id", "starter_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_place" ADD CONSTRAINT "checkin_place_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_place" ADD CONSTRAINT "checkin_place_partnership_id_round_id_fkey" FOREIGN KEY ("partnership_id", "round_id") REFERENCES "checkin_round"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_place" ADD CONSTRAINT "checkin_place_partnership_id_round_id_group_id_fkey" FOREIGN KEY ("partnership_id", "round_id", "group_id") REFERENCES "checkin_group"("partnership_id", "round_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "checkin_place" ADD CONSTRAINT "checkin_place_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What no version of the bot may write
ALTER TABLE "checkin"
  ADD CONSTRAINT "checkin_until_is_of_a_pause" CHECK ("state" = 'paused' OR "paused_until" IS NULL);
ALTER TABLE "checkin_rather_not"
  ADD CONSTRAINT "checkin_rather_not_of_another" CHECK ("member_id" <> "other_id");
ALTER TABLE "checkin_apart"
  ADD CONSTRAINT "checkin_apart_from_another" CHECK ("organization_id" <> "other_id");
ALTER TABLE "checkin_round"
  ADD CONSTRAINT "checkin_round_has_days" CHECK ("meet_by" >= "opens_on" AND "number" >= 1),
  ADD CONSTRAINT "checkin_round_counts" CHECK ("met" BETWEEN 0 AND "grouped" AND "matched" BETWEEN 0 AND "joined");
ALTER TABLE "checkin_group"
  ADD CONSTRAINT "checkin_group_planned_has_a_time" CHECK ("state" <> 'planned' OR "planned_at" IS NOT NULL);
-- One round at a time
CREATE UNIQUE INDEX "checkin_round_open" ON "checkin_round"("partnership_id") WHERE "closed_at" IS NULL;
