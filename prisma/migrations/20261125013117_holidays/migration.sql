-- CreateTable
CREATE TABLE "holiday" (
    "partnership_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "is_observed" BOOLEAN NOT NULL,
    "was_closed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("partnership_id","organization_id","held_on")
);

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Only a closed day can have been closed before.
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_closed_check" CHECK ("is_observed" OR NOT "was_closed");
