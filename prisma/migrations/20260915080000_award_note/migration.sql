-- An award of 0 kronor says who holds the recipient's part.
ALTER TABLE "Award" ADD COLUMN "note" TEXT;
