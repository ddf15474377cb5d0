import { db } from '../db.server'

/**
 * Empties the test file's database between two tests. Append-only tables refuse that on purpose, so their triggers are
 * lifted for the moment; that this takes the owner of the tables is what the audit log's witness is for.
 */
export async function emptyDatabase(): Promise<void> {
  await db().$executeRawUnsafe(`
    DO $$
    DECLARE tables text[]; name text;
    BEGIN
      SELECT array_agg(quote_ident(tablename)) INTO tables
      FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations';
      FOREACH name IN ARRAY tables LOOP EXECUTE 'ALTER TABLE ' || name || ' DISABLE TRIGGER USER'; END LOOP;
      EXECUTE 'TRUNCATE ' || array_to_string(tables, ', ');
      FOREACH name IN ARRAY tables LOOP EXECUTE 'ALTER TABLE ' || name || ' ENABLE TRIGGER USER'; END LOOP;
      INSERT INTO "AuditHead" (id, seq, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));
      DELETE FROM pgboss.job;
    END $$`)
}
