-- DropIndex
DROP INDEX "inbox_event_handled_at_received_at_idx";

-- CreateIndex
CREATE INDEX "inbox_event_received_at_idx" ON "inbox_event"("received_at");
