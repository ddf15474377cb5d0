import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type CompiledForm, FormProblems, parseForm } from '~/forms/compile'
import { kindOf } from '~/kinds/registry.server'
import { transaction } from '~/platform/db.server'
import { projectRoot } from '~/platform/root.server'
import { addVersion, allVersions, lockPublishing, type StoredVersion } from './publish.store.server'

/** A form of the built-in programmes and where it stands. */
export interface ProgrammeForm {
  /** «app/programmes/personal-representatives/po-return.form.yaml» */
  readonly file: string
  readonly form: CompiledForm
}

/** Every form of the built-in programmes, compiled, found by folder. Throws with file and place where one is wrong. */
export async function programmeForms(): Promise<readonly ProgrammeForm[]> {
  const root = path.join(projectRoot(), 'app/programmes')
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const files: string[] = []
  for (const folder of folders) {
    for (const name of await readdir(path.join(root, folder.name))) {
      if (name.endsWith('.form.yaml')) files.push(path.join('app/programmes', folder.name, name))
    }
  }
  return Promise.all(files.sort().map(async (file) => ({ file, form: await compileFile(file) })))
}

async function compileFile(file: string): Promise<CompiledForm> {
  const source = await readFile(path.join(projectRoot(), file), 'utf8')
  try {
    return parseForm(source, kindOf)
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error
    const problems = error.problems.map(({ place, message }) => `  ${place}: ${message}`)
    throw new Error([`${file} cannot be published:`, ...problems].join('\n'), { cause: error })
  }
}

export interface PublishedForm extends StoredVersion {
  /** Whether this call stored it. */
  readonly isNew: boolean
}

/**
 * Publishes the built-in programmes: a form whose content is new becomes the next version; what has been published
 * never changes, and rounds keep the version that they were opened with.
 *
 * @returns the version that each form of the folders now stands for
 */
export async function publishProgrammes(now: Date): Promise<readonly PublishedForm[]> {
  const forms = await programmeForms()
  const versions = await allVersions()
  const stored = (known: readonly StoredVersion[], form: CompiledForm) =>
    known.find((version) => version.formId === form.definition.id && version.hash === form.hash)
  const unchanged = forms.map(({ form }) => stored(versions, form))
  if (unchanged.every((version) => version !== undefined)) {
    return unchanged.map((version) => ({ ...version, isNew: false }))
  }
  return transaction(async (tx) => {
    await lockPublishing(tx)
    const known = await allVersions(tx)
    const published: PublishedForm[] = []
    for (const { form } of forms) {
      const version = stored(known, form)
      if (version) {
        published.push({ ...version, isNew: false })
        continue
      }
      const last = Math.max(
        0,
        ...known.filter((each) => each.formId === form.definition.id).map((each) => each.version),
      )
      const added = await addVersion(tx, form, last + 1, now)
      known.push(added)
      published.push({ ...added, isNew: true })
    }
    return published
  })
}
