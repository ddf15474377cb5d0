import type { ProviderProps } from '@navikt/ds-react/Provider'

type Texts = Exclude<ProviderProps['translations'], undefined | readonly unknown[]>

/** The words inside those of Aksel's parts that the portal uses; theirs are Norwegian. Given to `Provider`, over its own. */
export const akselTexts: Readonly<Record<'sv' | 'en', Texts>> = {
  sv: {
    global: {
      showMore: 'Visa mer',
      showLess: 'Visa mindre',
      readOnly: 'Går inte att ändra',
      close: 'Stäng',
      error: 'Fel',
      info: 'Information',
      success: 'Klart',
      warning: 'Att tänka på',
      announcement: 'Meddelande',
    },
    CopyButton: { title: 'Kopiera', activeText: 'Kopierat' },
    ErrorSummary: { heading: 'Det här behöver rättas' },
    Loader: { title: 'Vänta …' },
  },
  en: {
    global: {
      showMore: 'Show more',
      showLess: 'Show less',
      readOnly: 'Cannot be changed',
      close: 'Close',
      error: 'Error',
      info: 'Information',
      success: 'Done',
      warning: 'Please note',
      announcement: 'Announcement',
    },
    CopyButton: { title: 'Copy', activeText: 'Copied' },
    ErrorSummary: { heading: 'This needs correcting' },
    Loader: { title: 'Please wait …' },
  },
}
