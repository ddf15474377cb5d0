import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { compileForm } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import { judge } from '~/forms/judge'
import { definitionOf, type QuestionSource, surroundings } from '~/forms/testing/forms'
import { kindOf } from '../registry.server'
import { register } from '../testing/judged'

// The guide's own example of what is promised, and of a list instead of rows.
const guide = readFileSync(new URL('../../../docs/form-language.md', import.meta.url), 'utf8')
const [, source = ''] = /```yaml question\n(- id: audit\n[\s\S]*?)```/.exec(guide) ?? []
const questions: QuestionSource[] = parse(source)
const form = compileForm(definitionOf(questions), kindOf)
const file = { name: 'intyg.pdf', type: 'application/pdf', size: 1, sha256: 'a'.repeat(64) }
const of = (draft: Draft) => judge(form, draft, surroundings, { language: 'sv', register })
const missing = (draft: Draft) => of(draft).issues.map(({ question }) => question)

it('lets a promised day stand for the file, and keeps it in the record', () => {
  expect(missing({ howMany: '0' })).toEqual(['audit'])
  const promised = of({ howMany: '0', auditPromised: '2021-02-15' })
  expect(promised.complete).toBe(true)
  expect(promised.values).toEqual({ howMany: 0, auditPromised: '2021-02-15' })
})

it('forgets the promise when the file is there', () => {
  const { complete, values } = of({ howMany: '0', auditPromised: '2021-02-15', audit: [file] })
  expect(complete).toBe(true)
  expect(values).toEqual({ howMany: 0, audit: [file] })
})

it('asks for a list instead of rows above their number', () => {
  expect(missing({ howMany: '20', audit: [file] })).toEqual(['courses'])
  expect(missing({ howMany: '21', audit: [file] })).toEqual(['courseList'])
})
