-- CreateTable
CREATE TABLE "JointApplicant" (
    "roundId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "caseId" UUID NOT NULL,

    CONSTRAINT "JointApplicant_pkey" PRIMARY KEY ("roundId","organisationId")
);

-- CreateIndex
CREATE INDEX "JointApplicant_caseId_idx" ON "JointApplicant"("caseId");

-- AddForeignKey
ALTER TABLE "JointApplicant" ADD CONSTRAINT "JointApplicant_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JointApplicant" ADD CONSTRAINT "JointApplicant_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JointApplicant" ADD CONSTRAINT "JointApplicant_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
