import type { ContactDetails } from '~/forms/surroundings'
import type { TypedKind } from './typed.server'

/** One detail that an organisation keeps: which kind of question judges it, and how its field looks. */
export interface ContactField {
  readonly id: keyof ContactDetails | 'orgNumber'
  readonly kind: TypedKind
  readonly options: Readonly<Record<string, unknown>>
  /** A token of HTML's autocomplete; none where the browser would fill in what is the person's own. */
  readonly autocomplete?: string
  readonly inputMode?: 'numeric' | 'tel' | 'email'
  /** In characters; the whole column when left out. */
  readonly width?: number
}

const line = (id: keyof ContactDetails, width?: number): ContactField => ({
  id,
  kind: 'text',
  options: {},
  ...(width && { width }),
})

/** The details in the order of the page. What is empty is simply not known. */
export const contactSections = [
  {
    id: 'organisation',
    fields: [
      { id: 'orgNumber', kind: 'org-number', options: {}, inputMode: 'numeric', width: 14 },
      line('administration'),
      line('unit'),
      line('board'),
    ],
  },
  {
    id: 'address',
    fields: [
      line('careOf'),
      line('address'),
      { id: 'postcode', kind: 'postcode', options: {}, inputMode: 'numeric', width: 8 },
      line('town', 24),
      { id: 'phone', kind: 'phone', options: {}, inputMode: 'tel', width: 20 },
      { id: 'email', kind: 'email', options: {}, inputMode: 'email' },
    ],
  },
  {
    id: 'payment',
    fields: [
      { id: 'bankgiro', kind: 'bankgiro', options: {}, inputMode: 'numeric', width: 12 },
      { id: 'plusgiro', kind: 'plusgiro', options: {}, inputMode: 'numeric', width: 12 },
      line('paymentReference', 24),
    ],
  },
] as const satisfies readonly { id: string; fields: readonly ContactField[] }[]

export const contactFields: readonly ContactField[] = contactSections.flatMap(({ fields }) => [...fields])
