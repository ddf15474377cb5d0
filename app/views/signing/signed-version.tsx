import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** The part of a changed file that was signed, cut out in the browser: the portal has kept nothing of it. */
export function SignedVersion({ file, length }: { readonly file: File; readonly length: number }) {
  const { t } = useTranslation('sign')
  const [href, setHref] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file.slice(0, length, 'application/pdf'))
    setHref(made)
    return () => URL.revokeObjectURL(made)
  }, [file, length])
  if (href === undefined) return null
  return (
    <p>
      <a className="aksel-link" href={href} download={t('verify.cutName', { name: file.name })}>
        {t('verify.cut')}
      </a>
    </p>
  )
}
