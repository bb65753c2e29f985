-- AlterTable
ALTER TABLE "channel" ADD COLUMN     "limited_at" TIMESTAMPTZ;

-- Who may post in a channel is limited, and the bot is there all the same: these were never lost.
UPDATE "channel" SET "gone_at" = NULL, "gone_why" = NULL WHERE "gone_why" = 'refused';
