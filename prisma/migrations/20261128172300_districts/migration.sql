-- AlterEnum
ALTER TYPE "OrganisationKind" ADD VALUE 'district';

-- DropIndex
DROP INDEX "Round_programme_kind_year_key";

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "cityId" UUID;

-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "passedOn" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Distribution" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "districtsId" UUID NOT NULL,
    "kronor" INTEGER NOT NULL,
    "decidedOn" DATE NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "reference" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Distribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PassedOnReport" (
    "submissionId" UUID NOT NULL,
    "received" INTEGER NOT NULL,
    "used" INTEGER,
    "accrued" INTEGER,
    "planned" INTEGER,

    CONSTRAINT "PassedOnReport_pkey" PRIMARY KEY ("submissionId")
);

-- CreateTable
CREATE TABLE "MissingReport" (
    "caseId" UUID NOT NULL,
    "explanation" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MissingReport_pkey" PRIMARY KEY ("caseId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Distribution_districtsId_key" ON "Distribution"("districtsId");

-- CreateIndex
CREATE UNIQUE INDEX "Distribution_roundId_organisationId_key" ON "Distribution"("roundId", "organisationId");

-- CreateIndex
CREATE INDEX "Organisation_cityId_idx" ON "Organisation"("cityId");

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_cityId_fkey" FOREIGN KEY ("cityId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Distribution" ADD CONSTRAINT "Distribution_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Distribution" ADD CONSTRAINT "Distribution_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Distribution" ADD CONSTRAINT "Distribution_districtsId_fkey" FOREIGN KEY ("districtsId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassedOnReport" ADD CONSTRAINT "PassedOnReport_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissingReport" ADD CONSTRAINT "MissingReport_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissingReport" ADD CONSTRAINT "MissingReport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One round of a programme, kind and year; beside it, each city may open one for its districts.
CREATE UNIQUE INDEX "Round_programme_kind_year_key" ON "Round" ("programme", "kind", "year") WHERE NOT "passedOn";

ALTER TABLE "PassedOnReport"
  ADD CONSTRAINT "PassedOnReport_not_negative" CHECK (received >= 0 AND used >= 0 AND accrued >= 0 AND planned >= 0),
  ADD CONSTRAINT "PassedOnReport_adds_up" CHECK (used + accrued = received),
  ADD CONSTRAINT "PassedOnReport_within" CHECK (used <= received AND accrued <= received AND planned <= accrued);

ALTER TABLE "MissingReport" ADD CONSTRAINT "MissingReport_says_why" CHECK (explanation ~ '\S');

-- The districts of an award that has been passed on, as the city's form sees them (DistrictFigures in
-- app/forms/surroundings.ts): the one source for the page, the record and the trigger that compares them. Null where
-- nothing has been distributed.
CREATE FUNCTION passed_on(round uuid, city uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_agg(
    jsonb_strip_nulls(jsonb_build_object(
      'id', o.id, 'name', o.name, 'received', a.kronor, 'reported', r."submissionId" IS NOT NULL,
      'used', r.used, 'accrued', r.accrued, 'planned', r.planned,
      'explanation', CASE WHEN r."submissionId" IS NULL THEN m.explanation END
    ))
    ORDER BY o.name COLLATE "sv-SE-x-icu"
  )
  FROM "Distribution" d
  JOIN "Award" a ON a."roundId" = d."districtsId"
  JOIN "Organisation" o ON o.id = a."organisationId"
  LEFT JOIN "Case" c ON c."roundId" = d."districtsId" AND c."organisationId" = o.id
  LEFT JOIN "MissingReport" m ON m."caseId" = c.id
  LEFT JOIN LATERAL (
    SELECT p.* FROM "PassedOnReport" p JOIN "Submission" s ON s.id = p."submissionId"
    WHERE s."caseId" = c.id ORDER BY s.version DESC LIMIT 1
  ) r ON true
  WHERE d."roundId" = round AND d."organisationId" = city
$$;

-- What must hold of a distribution when a transaction ends, whatever it did and whatever ran beside it: the parts are
-- the whole, the whole is the award, every case has its part, and what was reported is what was received.
CREATE FUNCTION passed_on_holds(of uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  d "Distribution";
  awarded integer;
  parts bigint;
BEGIN
  -- One after the other: two that change different parts would each see the other's as it was.
  SELECT * INTO d FROM "Distribution" WHERE id = of FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT kronor INTO awarded FROM "Award" WHERE "roundId" = d."roundId" AND "organisationId" = d."organisationId";
  IF awarded IS DISTINCT FROM d.kronor THEN
    RAISE EXCEPTION 'passed on: % are distributed of an award of %', d.kronor, awarded USING ERRCODE = 'check_violation';
  END IF;
  SELECT coalesce(sum(kronor), 0) INTO parts FROM "Award" WHERE "roundId" = d."districtsId";
  IF parts <> d.kronor THEN
    RAISE EXCEPTION 'passed on: the parts are %, the whole is %', parts, d.kronor USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM "Case" c
    LEFT JOIN "Award" a ON a."roundId" = c."roundId" AND a."organisationId" = c."organisationId"
    WHERE c."roundId" = d."districtsId" AND (a.kronor IS NULL OR a.kronor < 0)
  ) THEN
    RAISE EXCEPTION 'passed on: a district has a case and no part' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM "PassedOnReport" p
    JOIN "Submission" s ON s.id = p."submissionId"
    JOIN "Case" c ON c.id = s."caseId"
    JOIN "Award" a ON a."roundId" = c."roundId" AND a."organisationId" = c."organisationId"
    WHERE c."roundId" = d."districtsId" AND a.kronor <> p.received
      AND s.version = (SELECT max(version) FROM "Submission" WHERE "caseId" = c.id)
  ) THEN
    RAISE EXCEPTION 'passed on: a district has reported on another amount' USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION passed_on_by_distribution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM passed_on_holds(NEW.id);
  RETURN NULL;
END $$;

CREATE FUNCTION passed_on_by_award() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched "Award";
BEGIN
  IF TG_OP = 'DELETE' THEN touched := OLD; ELSE touched := NEW; END IF;
  PERFORM passed_on_holds(d.id) FROM "Distribution" d
    WHERE d."districtsId" = touched."roundId"
      OR (d."roundId" = touched."roundId" AND d."organisationId" = touched."organisationId");
  RETURN NULL;
END $$;

CREATE FUNCTION passed_on_by_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM passed_on_holds(d.id) FROM "Submission" s
    JOIN "Case" c ON c.id = s."caseId" JOIN "Distribution" d ON d."districtsId" = c."roundId"
    WHERE s.id = NEW."submissionId";
  RETURN NULL;
END $$;

-- A district's submission carries its figures. A city's says of its districts exactly what they have said, and none is
-- forgotten: whoever has not reported is explained.
CREATE FUNCTION passed_on_by_submission() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c "Case";
  said jsonb;
  theirs jsonb;
BEGIN
  SELECT * INTO c FROM "Case" WHERE id = NEW."caseId";
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF EXISTS (SELECT 1 FROM "Distribution" WHERE "districtsId" = c."roundId")
    AND NOT EXISTS (SELECT 1 FROM "PassedOnReport" WHERE "submissionId" = NEW.id) THEN
    RAISE EXCEPTION 'passed on: a district has reported without figures' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM 1 FROM "Distribution"
    WHERE "roundId" = c."roundId" AND "organisationId" = c."organisationId" FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT record::jsonb #> '{surroundings,districts}' INTO said FROM "SignatureRequest" WHERE id = NEW."requestId";
  theirs := passed_on(c."roundId", c."organisationId");
  IF said IS DISTINCT FROM theirs THEN
    RAISE EXCEPTION 'passed on: the return disagrees with those of the districts' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM jsonb_array_elements(theirs) each WHERE NOT (each->>'reported')::boolean AND NOT each ? 'explanation'
  ) THEN
    RAISE EXCEPTION 'passed on: a district is neither reported nor explained' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER passed_on AFTER INSERT OR UPDATE ON "Distribution" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION passed_on_by_distribution();
CREATE CONSTRAINT TRIGGER passed_on AFTER INSERT OR UPDATE OR DELETE ON "Award" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION passed_on_by_award();
CREATE CONSTRAINT TRIGGER passed_on AFTER INSERT OR UPDATE ON "PassedOnReport" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION passed_on_by_report();
CREATE CONSTRAINT TRIGGER passed_on AFTER INSERT ON "Submission" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION passed_on_by_submission();
