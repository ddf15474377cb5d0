import type { FormSource } from '~/forms/definition'

const both = (text: string) => ({ sv: text, en: text })

/** An application that names the municipalities that are in it; with `certificate`, each of them signs. */
export const jointForm = (certificate?: NonNullable<FormSource['joint']>['certificate']): FormSource => ({
  id: 'joint',
  programme: 'joint',
  kind: 'application',
  reviewer: 'county',
  title: both('Gemensamt ombud: ansökan'),
  shortTitle: both('Gemensamt ombud'),
  affirmation: both('Uppgifterna stämmer.'),
  joint: { partners: 'partners', ...(certificate && { certificate }) },
  pages: [
    {
      id: 'who',
      title: both('Vilka'),
      questions: [
        { id: 'purpose', kind: 'text', label: both('Ändamål') },
        { id: 'partners', kind: 'municipalities', label: both('Medsökande'), optional: true },
      ],
    },
  ],
})
