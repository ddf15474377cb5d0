import { classNames } from './class-names'

const tones = ['', 'amber', 'heather', 'spruce']

/** A person's initials; the name stands beside it in words. */
export function Avatar({ name, small }: { readonly name: string; readonly small?: boolean }) {
  const words = name.split(/\s+/).filter(Boolean)
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('')
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return (
    <span className={classNames('avatar', tones[sum % tones.length], small && 'sm')} aria-hidden="true">
      {initials.toLocaleUpperCase('sv')}
    </span>
  )
}
