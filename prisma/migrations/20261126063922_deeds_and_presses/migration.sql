-- CreateTable
CREATE TABLE "deed" (
    "key" TEXT NOT NULL,
    "attempt" UUID NOT NULL,
    "begun_at" TIMESTAMPTZ NOT NULL,
    "done_at" TIMESTAMPTZ,
    "answer" JSONB,
    "delivered_at" TIMESTAMPTZ,
    "delivery_id" UUID NOT NULL,

    CONSTRAINT "deed_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "press" (
    "partnership_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ NOT NULL,
    "delivery_id" UUID NOT NULL,
    "held_until" TIMESTAMPTZ,
    "channel_id" TEXT,
    "ts" TEXT,

    CONSTRAINT "press_pkey" PRIMARY KEY ("partnership_id","what","about")
);

-- CreateIndex
CREATE INDEX "deed_begun_at_idx" ON "deed"("begun_at");

-- CreateIndex
CREATE INDEX "press_claimed_at_idx" ON "press"("claimed_at");

-- AddForeignKey
ALTER TABLE "press" ADD CONSTRAINT "press_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
