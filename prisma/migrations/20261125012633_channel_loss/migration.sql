-- CreateEnum
CREATE TYPE "ChannelLoss" AS ENUM ('removed', 'archived', 'deleted', 'refused', 'uninstalled');

-- AlterTable
ALTER TABLE "channel" ADD COLUMN     "gone_why" "ChannelLoss";
