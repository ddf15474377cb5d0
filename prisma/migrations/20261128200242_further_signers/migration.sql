-- AlterTable
ALTER TABLE "Mandate" ADD COLUMN     "role" TEXT;

-- AlterTable
ALTER TABLE "SignatureRequest" ADD COLUMN     "declinedById" UUID,
ADD COLUMN     "signedPdfHash" TEXT;

-- CreateTable
CREATE TABLE "FurtherSigner" (
    "requestId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "signatoryId" UUID NOT NULL,
    "mandateId" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3),
    "method" TEXT,

    CONSTRAINT "FurtherSigner_pkey" PRIMARY KEY ("requestId","role")
);

-- CreateIndex
CREATE INDEX "FurtherSigner_signatoryId_idx" ON "FurtherSigner"("signatoryId");

-- AddForeignKey
ALTER TABLE "SignatureRequest" ADD CONSTRAINT "SignatureRequest_declinedById_fkey" FOREIGN KEY ("declinedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FurtherSigner" ADD CONSTRAINT "FurtherSigner_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "SignatureRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FurtherSigner" ADD CONSTRAINT "FurtherSigner_signatoryId_fkey" FOREIGN KEY ("signatoryId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FurtherSigner" ADD CONSTRAINT "FurtherSigner_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
