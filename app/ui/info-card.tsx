import { InformationSquareIcon } from '@navikt/aksel-icons'
import { InfoCard as AkselInfoCard } from '@navikt/ds-react/InfoCard'
import type { ReactNode } from 'react'

interface InfoCardProps {
  readonly title: string
  readonly children: ReactNode
  readonly tone?: 'info' | 'success' | 'warning' | 'danger' | undefined
}

/** A box with a heading of its own. */
export function InfoCard({ title, children, tone = 'info' }: InfoCardProps) {
  return (
    <AkselInfoCard data-color={tone}>
      <AkselInfoCard.Header icon={<InformationSquareIcon aria-hidden />}>
        <AkselInfoCard.Title>{title}</AkselInfoCard.Title>
      </AkselInfoCard.Header>
      <AkselInfoCard.Content>{children}</AkselInfoCard.Content>
    </AkselInfoCard>
  )
}
