-- CreateTable
CREATE TABLE "CaseNotice" (
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaseNotice_pkey" PRIMARY KEY ("caseId","kind","day")
);

-- AddForeignKey
ALTER TABLE "CaseNotice" ADD CONSTRAINT "CaseNotice_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rounds that have been open for a while are no news.
INSERT INTO "CaseNotice" ("caseId", "kind", "day", "at")
SELECT c."id", 'invitation', '', now() FROM "Case" c JOIN "Round" r ON r."id" = c."roundId" WHERE r."opensAt" <= now();
