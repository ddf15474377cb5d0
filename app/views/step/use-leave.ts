import type { NavigateFunction } from '@remix-run/react'
import type { FormEvent } from 'react'
import type { Step } from './step'
import type { Autosave } from './use-autosave'

/**
 * What the form's buttons do when there is script: save first, and go only when the server has answered. So a lost
 * network or an ended session leaves the page standing, with everything in it. Files go with a real post.
 */
export function useLeave(
  autosave: Autosave,
  place: {
    readonly step: Step
    readonly here: string
    readonly caseHref: string
    readonly navigate: NavigateFunction
    /** The page has errors and is not left. */
    readonly onRefused: () => void
  },
): (event: FormEvent<HTMLFormElement>) => Promise<void> {
  const { step, here, caseHref, navigate, onRefused } = place
  return async (event) => {
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : { submitter: null }
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : 'next'
    if (intent !== 'next' && intent !== 'previous') return
    const form = event.currentTarget
    if (hasFiles(form)) {
      // A row with a new file would seem to be another officer's than the same row in a save that is under way.
      if (!autosave.isUnsaved()) return
      event.preventDefault()
      if ((await autosave.settle()) === 'saved') form.requestSubmit(submitter)
      return
    }
    event.preventDefault()
    const answer = await autosave.saveNow()
    if (!answer) return
    if (answer.conflicts.length > 0) return navigate(`${caseHref}/krock?sida=${step.id}`)
    if (intent === 'previous') return navigate(step.previousPage ? `${caseHref}/sida/${step.previousPage}` : caseHref)
    if (answer.issues?.some(({ severity }) => severity === 'error')) {
      onRefused()
      return navigate(`${here}?visa=fel`, { replace: true, preventScrollReset: false })
    }
    // Which page comes next may have changed with the answers: the server knows.
    return navigate(answer.nextPage ? `${caseHref}/sida/${answer.nextPage}` : `${caseHref}/granska`)
  }
}

function hasFiles(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (element) => element instanceof HTMLInputElement && element.type === 'file' && (element.files?.length ?? 0) > 0,
  )
}
