import { existsSync } from 'node:fs'
import { type CompiledForm, FormProblems, parseForm } from '../app/forms/compile'
import { problemInLine } from '../app/forms/problems'
import { programmeForms, publishProgrammes } from '../app/grants/publish.server'
import { kindOf } from '../app/kinds/registry.server'
import { systemClock } from '../app/platform/clock'
import { Unusable } from './command'
import { readText } from './read-file'

/**
 * The form that a name stands for: a file in the form language, the id of a built-in form as its folder has it now, or
 * `id@version` as it was published. Only the last needs the database.
 */
export async function loadNamedForm(name: string): Promise<CompiledForm> {
  if (existsSync(name) || /[/\\]|\.(ya?ml|json)$/.test(name)) return formFromFile(name)
  const [id, version, ...rest] = name.split('@')
  if (rest.length > 0 || !id) throw new Unusable(`«${name}» is no form: give a file, an id, or id@version.`)
  if (version !== undefined) return publishedForm(id, version)
  const forms = await programmeForms()
  const found = forms.find(({ form }) => form.definition.id === id)
  if (found) return found.form
  const known = forms.map(({ form }) => form.definition.id).join(', ')
  throw new Unusable(`There is no form «${name}», neither as a file nor built in. Built in: ${known}.`)
}

/** A form that must compile to be used. */
async function formFromFile(path: string): Promise<CompiledForm> {
  try {
    return parseForm(await readText(path), kindOf)
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error
    const problems = error.problems.map((problem) => `  ${problemInLine(problem)}`)
    throw new Unusable([`${path} cannot be used as a form:`, ...problems].join('\n'))
  }
}

async function publishedForm(id: string, version: string): Promise<CompiledForm> {
  const { withDatabase } = await import('./with-database')
  const { allVersions } = await import('../app/grants/publish.store.server')
  const { loadForm } = await import('../app/cases/form-versions.store.server')
  return withDatabase(async () => {
    await publishProgrammes(systemClock())
    const found = (await allVersions()).find((each) => each.formId === id && String(each.version) === version)
    if (found) return loadForm(found.id)
    throw new Unusable(`The form «${id}» has no published version ${version}.`)
  })
}
