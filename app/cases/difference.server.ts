import { withoutInternal } from '~/forms/internal-pages'
import type { Language } from '~/forms/text'
import { type Difference, differences } from '~/views/diff/diff'
import { checkCase } from './check.server'
import { formContext } from './context.server'
import { readRecord } from './read-record'
import { loadRequest } from './signature.store.server'

/**
 * What has changed in a case since a request was made: between what the signatory saw and the answers as they stand now.
 *
 * @throws PortalError notFound
 */
export async function changesSince(requestId: string, language: Language): Promise<readonly Difference[]> {
  const request = await loadRequest(requestId)
  const { stored, form, judgement } = await checkCase(request.caseId, language)
  return differences(
    form,
    readRecord(request.record).answers,
    withoutInternal(form, judgement.values),
    formContext(language, stored.recipientCode),
    stored.surroundings,
  )
}
