import { CheckmarkCircleFillIcon, ExclamationmarkTriangleFillIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'

/** A verdict in a few words: icon, words, colour. */
export function Verdict({
  tone,
  children,
}: {
  readonly tone: 'good' | 'bad' | 'caution'
  readonly children: ReactNode
}) {
  const Icon =
    tone === 'good' ? CheckmarkCircleFillIcon : tone === 'bad' ? XMarkOctagonFillIcon : ExclamationmarkTriangleFillIcon
  return (
    <span className={`state ${tone}`}>
      <Icon aria-hidden />
      {children}
    </span>
  )
}
