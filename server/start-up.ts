import { z } from 'zod'
import { remindContributors, remindJob } from '../app/cases/contributions/remind.server'
import { resumeSealing, sealSubmission } from '../app/cases/seal-submission.server'
import { sealJob } from '../app/cases/sign.server'
import { noticesJob, tellRecipients } from '../app/cases/tell-recipients.server'
import { furnishDemo } from '../app/grants/demo/furnish-demo.server'
import { loadDemo } from '../app/grants/demo/load-demo.server'
import { publishProgrammes } from '../app/grants/publish.server'
import { importRegister } from '../app/grants/register/import-register.server'
import { systemClock } from '../app/platform/clock'
import { env } from '../app/platform/env.server'
import { type JobHandler, job, repeatJob, startJobs } from '../app/platform/jobs.server'
import { log } from '../app/platform/log.server'
import { mailJobs, queueUnsentMail } from '../app/platform/mail.server'
import { settleTrust } from '../app/signing/authority.server'

/** Every job that the portal knows, by name. */
export const portalJobs: Readonly<Record<string, JobHandler>> = {
  ...mailJobs,
  [noticesJob]: () => tellRecipients(systemClock()),
  [remindJob]: () => remindContributors(systemClock()),
  [sealJob]: job(z.object({ submissionId: z.uuid() }), ({ submissionId }) => sealSubmission(submissionId)),
}

/**
 * Fills the installation with what it ships: the register of municipalities, the built-in programmes, and the demonstration
 * where it is one. Repeated at every start; changes nothing that is there already.
 */
export async function fillInstallation(say: (line: string) => void): Promise<void> {
  const { added, changed } = await importRegister()
  if (added + changed > 0) say(`Register of organisations: ${added} new, ${changed} changed`)
  for (const form of await publishProgrammes(systemClock())) {
    if (form.isNew) say(`Published form ${form.formId}, version ${form.version}`)
  }
  if (!env().BIDRA_DEMO) return
  const demo = await loadDemo(systemClock())
  if (demo === 'loaded') {
    await furnishDemo(systemClock())
    say('Loaded the demonstration')
  }
  if (demo === 'refused') say('The database holds real rounds: the demonstration is not loaded')
}

/** Settles what documents may lead to, starts the workers, and takes up what an earlier run has left half done. */
export async function startWork(): Promise<void> {
  await settleTrust(systemClock())
  await startJobs(portalJobs)
  await repeatJob(noticesJob, '*/5 * * * *')
  // In the morning: whoever is asked works in the day.
  await repeatJob(remindJob, '*/10 7-16 * * *')
  await queueUnsentMail()
  resumeSealing().catch((error) => log().error({ err: error }, 'unfinished submissions could not be taken up'))
}
