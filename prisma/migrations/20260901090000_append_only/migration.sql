-- The audit log: every event carries the hash of the one before it, and nothing that was written changes.

INSERT INTO "AuditHead" (id, seq, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));

-- What an event's hash stands for: the hash before it, then its members in a fixed order and a fixed notation.
CREATE FUNCTION audit_hash(e "AuditEvent") RETURNS bytea
LANGUAGE sql IMMUTABLE SET timezone = 'UTC'
RETURN sha256(e.prev || convert_to(jsonb_build_array(
  e.seq, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor, e.action, e.entity, e.details
)::text, 'UTF8'));

-- The head's row is both the lock that puts events in line and the end that the next one is chained to.
CREATE FUNCTION audit_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT seq + 1, hash INTO STRICT NEW.seq, NEW.prev FROM "AuditHead" WHERE id = 1 FOR UPDATE;
  NEW.at := clock_timestamp();
  NEW.hash := audit_hash(NEW);
  UPDATE "AuditHead" SET seq = NEW.seq, hash = NEW.hash WHERE id = 1;
  RETURN NEW;
END $$;

CREATE TRIGGER audit_chain BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION audit_chain();

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- The history of answers, too: it goes only together with its case.
CREATE FUNCTION history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Case" WHERE id = OLD."caseId") THEN
    RAISE EXCEPTION 'The history of a case is append-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;

CREATE TRIGGER history_stays BEFORE DELETE ON "AnswerChange" FOR EACH ROW EXECUTE FUNCTION history_stays();

CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON "AnswerChange"
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- A published form never changes.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "FormVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Every event that does not fit the chain: rewritten, or not the follower of the one before it.
CREATE FUNCTION audit_faults() RETURNS TABLE (seq bigint, fault text)
LANGUAGE sql STABLE AS $$
  SELECT chained.seq, CASE
      WHEN chained.seq <> coalesce(chained.seq_before, 0) + 1 THEN 'missing'
      ELSE 'changed'
    END
  FROM (
    SELECT e.seq, e.hash, e.prev, audit_hash(e) AS expected,
      lag(e.hash) OVER line AS hash_before, lag(e.seq) OVER line AS seq_before
    FROM "AuditEvent" e WINDOW line AS (ORDER BY e.seq)
  ) chained
  WHERE chained.hash <> chained.expected
    OR chained.prev <> coalesce(chained.hash_before, decode(repeat('00', 32), 'hex'))
    OR chained.seq <> coalesce(chained.seq_before, 0) + 1
  ORDER BY chained.seq
$$;
