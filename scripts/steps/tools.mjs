import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './progress.mjs'
import { runOrFail, StepFailed } from './run.mjs'

/** Independent witnesses for the tests, and the Debian package that brings each. The portal itself needs none of them. */
const witnesses = {
  'chromium-headless-shell': 'chromium-headless-shell',
  pdftotext: 'poppler-utils',
  pdfsig: 'poppler-utils',
  qpdf: 'qpdf',
  certutil: 'libnss3-tools',
  openssl: 'openssl',
}

/** Sees to it that the witnesses are there: installs them where it may, otherwise names them and stops. */
export async function installTools() {
  const missing = [
    ...new Set(
      Object.keys(witnesses)
        .filter((name) => !find(name))
        .map((name) => witnesses[name]),
    ),
  ]
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !find('apt-get')) {
    const list = missing.join(' ')
    throw new StepFailed(
      `The tests need what these Debian packages bring: ${list}\nInstall them: sudo apt-get install ${list}`,
    )
  }
  say(`Installing ${missing.join(', ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runOrFail('apt-get update', 'apt-get', ['update', '-q'], { env })
  await runOrFail('apt-get install', 'apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], { env })
}

function find(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
