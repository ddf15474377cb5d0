import { furnishDemo } from '../app/grants/demo/furnish-demo.server'
import { resetDemo } from '../app/grants/demo/load-demo.server'
import { publishProgrammes } from '../app/grants/publish.server'
import { importRegister } from '../app/grants/register/import-register.server'
import { systemClock } from '../app/platform/clock'
import { isPortalError } from '../app/platform/errors'
import { type Command, Unusable } from './command'
import { withDatabase } from './with-database'

export const demoReset: Command = {
  usage: '',
  summary: 'Puts the demonstration back to how it was when it was new. Refuses where none was loaded.',
  options: {},
  async run() {
    try {
      await withDatabase(async () => {
        await importRegister()
        await publishProgrammes(systemClock())
        await resetDemo(systemClock())
        await furnishDemo(systemClock())
      })
    } catch (error) {
      if (isPortalError(error)) throw new Unusable(error.message)
      throw error
    }
    return { code: 0, text: 'The demonstration is as new.', json: { reset: true } }
  },
}
