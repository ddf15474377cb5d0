import { expect, test } from 'vitest'
import { readEnv } from './env.server'

const least = { DATABASE_URL: 'postgresql://somewhere/bidra' }

test('little has to be said', () => {
  expect(readEnv(least)).toMatchObject({ port: 3000, origin: 'http://localhost:3000', BIDRA_DEMO: false })
  expect(readEnv({ ...least, PORT: '8080' }).origin).toBe('http://localhost:8080')
  expect(readEnv({ ...least, PORT: '8080', BIDRA_PORT: '9090' }).port).toBe(9090)
  expect(readEnv({ ...least, BIDRA_ORIGIN: 'https://bidra.example/' }).origin).toBe('https://bidra.example')
})

test('an empty setting is no setting', () => {
  expect(readEnv({ ...least, BIDRA_SMTP_URL: '', BIDRA_PORT: '' })).toMatchObject({ port: 3000 })
})

test('everything that is wrong is named at once', () => {
  expect(() => readEnv({ BIDRA_PORT: 'http', BIDRA_DEMO: 'perhaps' })).toThrow(
    /DATABASE_URL[\s\S]*BIDRA_PORT[\s\S]*BIDRA_DEMO/,
  )
})
