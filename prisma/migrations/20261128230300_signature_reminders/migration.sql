-- AlterTable
ALTER TABLE "SignatureRequest" ADD COLUMN     "remindedAt" TIMESTAMPTZ(3);
