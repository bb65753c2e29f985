-- CreateTable
CREATE TABLE "calendar_link" (
    "partnership_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "calendar_link_pkey" PRIMARY KEY ("partnership_id","member_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_link_token_hash_key" ON "calendar_link"("token_hash");

-- AddForeignKey
ALTER TABLE "calendar_link" ADD CONSTRAINT "calendar_link_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "calendar_link" ADD CONSTRAINT "calendar_link_partnership_id_member_id_fkey" FOREIGN KEY ("partnership_id", "member_id") REFERENCES "member"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Whoever reads the database cannot read a calendar by it: no token is ever stored as it is.
ALTER TABLE "calendar_link" ADD CONSTRAINT "calendar_link_hash_check" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');
