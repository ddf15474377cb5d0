import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { keepCompiled } from '~/cases/form-versions.store.server'
import { sha256Hex } from '~/forms/canonical'
import { type CompiledForm, FormProblems, parseForm } from '~/forms/compile'
import { problemInLine } from '~/forms/problems'
import { kindOf } from '~/kinds/registry.server'
import { transaction } from '~/platform/db.server'
import { projectRoot } from '~/platform/root.server'
import {
  addVersion,
  allVersions,
  lockPublishing,
  notedFiles,
  noteFile,
  type StoredVersion,
} from './publish.store.server'

/** A file of the built-in programmes, as it stands. */
interface ProgrammeFile {
  /** «app/programmes/personal-representatives/po-return.form.yaml» */
  readonly file: string
  readonly source: string
  readonly sha256: string
}

/** A form of the built-in programmes and where it stands. */
export interface ProgrammeForm {
  readonly file: string
  readonly form: CompiledForm
}

/** Every form of the built-in programmes, compiled, found by folder. Throws with file and place where one is wrong. */
export async function programmeForms(): Promise<readonly ProgrammeForm[]> {
  return (await programmeFiles()).map((each) => ({ file: each.file, form: compileFile(each) }))
}

async function programmeFiles(): Promise<readonly ProgrammeFile[]> {
  const root = path.join(projectRoot(), 'app/programmes')
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const files: string[] = []
  for (const folder of folders) {
    for (const name of await readdir(path.join(root, folder.name))) {
      if (name.endsWith('.form.yaml')) files.push(path.join('app/programmes', folder.name, name))
    }
  }
  return Promise.all(
    files.sort().map(async (file) => {
      const source = await readFile(path.join(projectRoot(), file), 'utf8')
      return { file, source, sha256: sha256Hex(source) }
    }),
  )
}

/** By what the file holds: nothing is compiled twice in a process. */
const compiled = new Map<string, CompiledForm>()

function compileFile({ file, source, sha256 }: ProgrammeFile): CompiledForm {
  try {
    const form = compiled.get(sha256) ?? parseForm(source, kindOf)
    compiled.set(sha256, form)
    keepCompiled(form)
    return form
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error
    const problems = error.problems.map((problem) => `  ${problemInLine(problem)}`)
    throw new Error([`${file} cannot be published:`, ...problems].join('\n'), { cause: error })
  }
}

export interface PublishedForm extends StoredVersion {
  /** Whether this call stored it. */
  readonly isNew: boolean
}

/**
 * Publishes the built-in programmes: a form whose content is new becomes the next version; what has been published
 * never changes, and rounds keep the version that they were opened with. A file that is as it was when it was last read
 * stands for what it stood for then, and is not compiled.
 *
 * @returns the version that each form of the folders now stands for
 */
export async function publishProgrammes(now: Date): Promise<readonly PublishedForm[]> {
  const files = await programmeFiles()
  const noted = await notedFiles()
  const unchanged = files.map(({ file, sha256 }) => {
    const last = noted.get(file)
    return last?.sha256 === sha256 ? last.version : undefined
  })
  if (unchanged.every((version) => version !== undefined)) {
    return unchanged.map((version) => ({ ...version, isNew: false }))
  }
  const forms = files.map((each) => ({ ...each, form: compileFile(each) }))
  return transaction(async (tx) => {
    await lockPublishing(tx)
    const known = await allVersions(tx)
    const published: PublishedForm[] = []
    for (const { file, sha256, form } of forms) {
      const versions = known.filter(({ formId }) => formId === form.definition.id)
      const stored = versions.find(({ hash }) => hash === form.hash)
      const last = Math.max(0, ...versions.map(({ version }) => version))
      const version = stored ?? (await addVersion(tx, form, last + 1, now))
      await noteFile(tx, file, sha256, version.id)
      published.push({ ...version, isNew: stored === undefined })
    }
    return published
  })
}
