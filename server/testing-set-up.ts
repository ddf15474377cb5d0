import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { forgetEnv } from '~/platform/env.server'
import { closeDatabase } from '~/platform/jobs.server'
import { cloneDatabase } from '~/platform/testing/clone'
import { forgetSigningAuthority } from '~/signing/authority.server'

// Every test file has a database and a data folder of its own, and leaves neither behind. The modules may have served another.
const clone = await cloneDatabase(inject('testServer'))
const dataFolder = await mkdtemp(join(tmpdir(), 'bidra-data-'))
process.env.DATABASE_URL = clone.url
process.env.BIDRA_DATA = dataFolder
forgetEnv()
forgetSigningAuthority()

afterAll(async () => {
  await closeDatabase()
  await clone.drop()
  await rm(dataFolder, { recursive: true, force: true })
})
