import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** Puts «Fel: » before the title of the window while a post has found errors, so that a screen reader says it first. */
export function useErrorTitle(wrong: boolean): void {
  const { t } = useTranslation('common')
  const prefix = t('title.errorPrefix')
  useEffect(() => {
    if (!wrong) return
    const { title } = document
    document.title = `${prefix}${title}`
    return () => {
      if (document.title === `${prefix}${title}`) document.title = title
    }
  }, [wrong, prefix])
}
