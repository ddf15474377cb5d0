-- CreateEnum
CREATE TYPE "ContributionState" AS ENUM ('asked', 'opened', 'handedIn', 'sentBack', 'accepted', 'withdrawn');

-- CreateTable
CREATE TABLE "Contribution" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "askerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "questions" JSONB NOT NULL,
    "message" TEXT,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "state" "ContributionState" NOT NULL DEFAULT 'asked',
    "base" JSONB NOT NULL,
    "draft" JSONB NOT NULL,
    "proposal" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "savedAt" TIMESTAMPTZ(3),
    "handedInAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "reply" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "accepterId" UUID,
    "acceptedRevision" INTEGER,

    CONSTRAINT "Contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContributionLink" (
    "hash" TEXT NOT NULL,
    "contributionId" UUID NOT NULL,

    CONSTRAINT "ContributionLink_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "Contribution_caseId_idx" ON "Contribution"("caseId");

-- CreateIndex
CREATE INDEX "Contribution_state_deadline_idx" ON "Contribution"("state", "deadline");

-- CreateIndex
CREATE INDEX "ContributionLink_contributionId_idx" ON "ContributionLink"("contributionId");

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_askerId_fkey" FOREIGN KEY ("askerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contribution" ADD CONSTRAINT "Contribution_accepterId_fkey" FOREIGN KEY ("accepterId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContributionLink" ADD CONSTRAINT "ContributionLink_contributionId_fkey" FOREIGN KEY ("contributionId") REFERENCES "Contribution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a state says is there, whatever the order of events.
ALTER TABLE "Contribution"
  ADD CONSTRAINT "Contribution_deadline" CHECK ("deadline" > "askedAt"),
  ADD CONSTRAINT "Contribution_email" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "Contribution_proposal" CHECK (("proposal" IS NULL) = ("handedInAt" IS NULL)),
  ADD CONSTRAINT "Contribution_handed_in" CHECK (
    "state" NOT IN ('handedIn', 'sentBack', 'accepted') OR "proposal" IS NOT NULL),
  ADD CONSTRAINT "Contribution_sent_back" CHECK ("state" <> 'sentBack' OR "reply" IS NOT NULL),
  ADD CONSTRAINT "Contribution_closed" CHECK (("state" IN ('accepted', 'withdrawn')) = ("closedAt" IS NOT NULL)),
  ADD CONSTRAINT "Contribution_accepter" CHECK (("state" = 'accepted') = ("accepterId" IS NOT NULL)),
  ADD CONSTRAINT "Contribution_accepted_revision" CHECK ("acceptedRevision" IS NULL OR "state" = 'accepted');

-- What has been accepted or withdrawn stays as it was.
CREATE FUNCTION contribution_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A contribution that is closed does not change' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER contribution_stays BEFORE UPDATE ON "Contribution"
  FOR EACH ROW WHEN (OLD."closedAt" IS NOT NULL) EXECUTE FUNCTION contribution_stays();
