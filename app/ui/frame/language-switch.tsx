import { useTranslation } from 'react-i18next'

const names: Readonly<Record<string, string>> = { sv: 'Svenska', en: 'English' }

interface LanguageSwitchProps {
  readonly here: string
  readonly className?: string | undefined
}

/** A button per other language, in that language. A post, so that it works without script; the page loads anew. */
export function LanguageSwitch({ here, className }: LanguageSwitchProps) {
  const { i18n } = useTranslation('common')
  return (
    <form method="post" action="/installningar">
      <input type="hidden" name="tillbaka" value={here} />
      {Object.entries(names)
        .filter(([language]) => language !== i18n.language)
        .map(([language, name]) => (
          <button key={language} type="submit" name="sprak" value={language} lang={language} className={className}>
            {name}
          </button>
        ))}
    </form>
  )
}
