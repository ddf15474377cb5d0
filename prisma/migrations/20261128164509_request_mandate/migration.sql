-- A request names the mandate that its document names: the signature uses that one and no other.
ALTER TABLE "SignatureRequest" ADD COLUMN "mandateId" UUID;

ALTER TABLE "SignatureRequest" ADD CONSTRAINT "SignatureRequest_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was signed, was signed with this one.
UPDATE "SignatureRequest" request SET "mandateId" = signature."mandateId"
FROM "Signature" signature WHERE signature."requestId" = request."id";

-- The rest where the person can only have been asked by one: the others are left without, and are to be asked for anew.
UPDATE "SignatureRequest" request SET "mandateId" = the_one."id"
FROM (
  SELECT request."id" AS "requestId", min(mandate."id"::text)::uuid AS "id"
  FROM "SignatureRequest" request
  JOIN "Case" c ON c."id" = request."caseId"
  JOIN "Mandate" mandate ON mandate."holderId" = request."signatoryId"
    AND mandate."organisationId" = c."organisationId"
    AND mandate."createdAt" <= request."requestedAt"
    AND mandate."validFrom" <= request."requestedAt"
    AND (mandate."validTo" IS NULL OR mandate."validTo" > request."requestedAt")
    AND (mandate."revokedAt" IS NULL OR mandate."revokedAt" > request."requestedAt")
  GROUP BY request."id"
  HAVING count(*) = 1
) the_one
WHERE the_one."requestId" = request."id" AND request."mandateId" IS NULL;
