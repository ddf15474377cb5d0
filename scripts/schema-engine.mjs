#!/usr/bin/env node
/**
 * Prisma's schema engine without a downloaded binary. `prisma migrate` and `prisma generate` start the program that
 * PRISMA_SCHEMA_ENGINE_BINARY names and talk JSON-RPC with it, one message per line. This is such a program: it hands
 * every message to the engine as WebAssembly, which comes from npm like everything else.
 *
 * @prisma/schema-engine-wasm must be of exactly the version that @prisma/engines-version carries.
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const wasmModule = '@prisma/schema-engine-wasm'
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { datasource: { type: 'string' }, datamodels: { type: 'string', multiple: true } },
})
const url = values.datasource ? JSON.parse(values.datasource).url : undefined

if (positionals[0] === 'cli') process.exitCode = await answerCommand(positionals[1])
else await answerMessages()
process.exit()

/** The engine's two one-off commands. Failure: exit code 1, and the second line on standard error tells why. */
async function answerCommand(name) {
  const { default: pg } = await import('pg')
  const { parseIntoClientConfig } = await import('pg-connection-string')
  const target = parseIntoClientConfig(url)
  const client = new pg.Client(name === 'create-database' ? { ...target, database: 'postgres' } : target)
  try {
    await client.connect()
    if (name === 'create-database') await client.query(`CREATE DATABASE ${pg.escapeIdentifier(target.database)}`)
    return 0
  } catch (error) {
    process.stderr.write('bidra schema engine\n')
    report(error.message, error.code === '3D000' ? 'P1003' : 'P1001')
    return 1
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function answerMessages() {
  const renamed = { getDatabaseVersion: 'version' }
  let engine
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line)
    if (!method) continue // the other side's answer to «print»
    const answer = { jsonrpc: '2.0', id }
    try {
      engine ??= await loadEngine()
      answer.result = (await engine[renamed[method] ?? method](params)) ?? {}
    } catch (error) {
      const { message, code, meta } = error
      answer.error = { code: 4466, message, data: { is_panic: false, message, meta, error_code: code } }
    }
    // A difference comes back as text, which Prisma expects to be asked to print.
    const text = answer.result?.stdout
    if (text) send({ jsonrpc: '2.0', id: randomUUID(), method: 'print', params: { content: text } })
    send(answer)
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}

async function loadEngine() {
  const glue = await import(`${wasmModule}/schema_engine_bg`)
  const binary = createRequire(import.meta.url)
    .resolve(wasmModule)
    .replace(/\.js$/, '_bg.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(binary), { './schema_engine_bg.js': glue })
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: report }
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()

  // Absent is not the same as empty: some commands carry their schema in the message.
  const read = async (file) => [file, await readFile(file, 'utf8')]
  const datamodels = values.datamodels && (await Promise.all(values.datamodels.map(read)))
  const toLog = (message) => process.stderr.write(`${message}\n`)
  return glue.SchemaEngine.new({ datamodels }, toLog, url ? await migrationFactory(url) : undefined)
}

async function migrationFactory(connectionString) {
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const utils = await import('@prisma/driver-adapter-utils')
  const { parseIntoClientConfig } = await import('pg-connection-string')

  /** The adapter of the portal, with the three things that migrations need and queries do not. */
  class MigrationPg extends PrismaPg {
    constructor(config) {
      super(config)
      this.target = config
    }

    async connect() {
      return runningWholeScripts(readingOneByteChars(await super.connect(), utils.ColumnTypeEnum.Character))
    }

    /** An empty database beside the real one, dropped when the engine lets go of it. */
    async connectToShadowDb() {
      const name = `bidra_shadow_${randomUUID().replaceAll('-', '')}`
      const main = await this.connect()
      await main.executeScript(`CREATE DATABASE ${name}`)
      const shadow = await new MigrationPg({ ...this.target, database: name }).connect()
      const dispose = shadow.dispose.bind(shadow)
      shadow.dispose = async () => {
        await dispose()
        await main.executeScript(`DROP DATABASE ${name}`)
        await main.dispose()
      }
      return shadow
    }
  }
  return utils.bindMigrationAwareSqlAdapterFactory(new MigrationPg(parseIntoClientConfig(connectionString)))
}

/**
 * PostgreSQL's catalogue has columns of a one-byte type, `"char"` (oid 18), which the adapter refuses. They are passed
 * through it as text (oid 25) and handed to the engine under their right name.
 */
function readingOneByteChars(connection, characterType) {
  const io = connection.performIO.bind(connection)
  const raw = connection.queryRaw.bind(connection)
  const disguised = new WeakMap()
  connection.performIO = async (statement) => {
    const result = await io(statement)
    const places = []
    for (const [place, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== 18) continue
      field.dataTypeID = 25
      places.push(place)
    }
    disguised.set(statement, places)
    return result
  }
  connection.queryRaw = async (statement) => {
    const result = await raw(statement)
    for (const place of disguised.get(statement) ?? []) result.columnTypes[place] = characterType
    return result
  }
  return connection
}

/** The adapter cuts scripts at every semicolon, those inside a function's body too. PostgreSQL knows better, and makes one transaction of it. */
function runningWholeScripts(connection) {
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script)
    } catch (error) {
      connection.onError(error)
    }
  }
  return connection
}

function report(message, code) {
  const entry = { level: 'ERROR', target: 'schema_engine::logger', fields: { message, error_code: code } }
  process.stderr.write(`${JSON.stringify(entry)}\n`)
}
