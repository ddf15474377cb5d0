-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "formId" TEXT NOT NULL DEFAULT '';

-- The form of a round is that of its version, whoever writes it.
CREATE FUNCTION round_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "formId" INTO NEW."formId" FROM "FormVersion" WHERE id = NEW."formVersionId";
  RETURN NEW;
END $$;
CREATE TRIGGER round_form BEFORE INSERT OR UPDATE ON "Round" FOR EACH ROW EXECUTE FUNCTION round_form();
UPDATE "Round" SET "formId" = '';

-- One round of a form and year: a programme may ask for several returns in one year. Beside it, each city may open one for its districts.
DROP INDEX "Round_programme_kind_year_key";
CREATE UNIQUE INDEX "Round_form_year_key" ON "Round" ("formId", "year") WHERE NOT "passedOn";
