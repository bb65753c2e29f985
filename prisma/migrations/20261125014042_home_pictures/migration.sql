-- CreateTable
CREATE TABLE "home_picture" (
    "partnership_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "file_id" TEXT NOT NULL,
    "drawn_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "home_picture_pkey" PRIMARY KEY ("organization_id","hash")
);

-- AddForeignKey
ALTER TABLE "home_picture" ADD CONSTRAINT "home_picture_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "home_picture" ADD CONSTRAINT "home_picture_partnership_id_organization_id_fkey" FOREIGN KEY ("partnership_id", "organization_id") REFERENCES "organization"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
