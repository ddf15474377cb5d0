import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseForm } from '../app/forms/compile'
import { kindOf } from '../app/kinds/registry.server'
import { casesOf } from '../app/programmes/worked-cases'

// What a newcomer reads first must be so.

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const found = (file: string, pattern: RegExp) => [...read(file).matchAll(pattern)].map(([, word = '']) => word)
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'].concat(
  ['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
)

describe('the pages of the documentation', () => {
  it.each(pages)('%s links to what is there', (page) => {
    const links = found(page, /(?:\]\(|src=")(?!https?:|#)([^)"#\s]+)/g)
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([])
  })
})

describe('the README', () => {
  it('shows a grant that can be published', () => {
    const [source = ''] = found('README.md', /`app\/programmes\/[^`]+\.form\.yaml`\n\n```yaml\n([\s\S]*?)^```/gm)
    expect(parseForm(source, kindOf).definition.id).toBe('swimming-application')
  })

  it('shows worked cases of it, one for each check and each condition', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bidra-readme-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, 'swimming', 'cases'), { recursive: true })
    const files = read('README.md').matchAll(/`app\/programmes\/(swimming\/cases\/[^`]+)`\n\n```json\n([\s\S]*?)^```/gm)
    for (const [, file = '', content = ''] of files) writeFileSync(join(folder, file), content)
    const cases = casesOf(folder, 'swimming').get('swimming-application') ?? []
    expect(cases.map(({ expects }) => expects.errors.map(({ question }) => question))).toEqual([
      [],
      ['applied'],
      ['rentedFrom'],
    ])
  })

  it('names every command', () => {
    const commands = found('cli/main.ts', /^ {2}'([a-z]+ [a-z-]+)': \(\) =>/gm)
    expect(commands).not.toEqual([])
    expect(commands.filter((name) => !read('README.md').includes(`\`${name}`))).toEqual([])
  })
})

it('docs/operating.md names every setting', () => {
  const settings = found('app/platform/env.server.ts', /^ {2}([A-Z][A-Z0-9_]+):/gm)
  expect(settings).toContain('DATABASE_URL')
  expect(settings.filter((name) => !read('docs/operating.md').includes(`\`${name}\``))).toEqual([])
})

it('publiccode.yml keeps to the standard', () => {
  const description = z.object({
    shortDescription: z.string().max(150),
    longDescription: z.string().min(150).max(10_000),
    features: z.array(z.string()).min(1),
    screenshots: z.array(z.string().refine((file) => existsSync(join(root, file)), 'There is no such picture.')),
  })
  const standard = z.object({
    publiccodeYmlVersion: z.literal('0.4'),
    url: z.url(),
    logo: z.string().refine((file) => existsSync(join(root, file))),
    description: z.object({ sv: description, en: description }),
    legal: z.object({ license: z.literal('EUPL-1.2') }),
  })
  expect(standard.safeParse(parse(read('publiccode.yml'))).error).toBeUndefined()
})
