const yes = new Set(['yes', 'true', 'ja', 'j', 'y', 'on', '1', 'x'])
const no = new Set(['no', 'false', 'nej', 'n', '0'])

/** Yes or no as typed, in a browser («yes») or an answers file («ja», true); undefined when it is neither. */
export function truthOf(typed: string): boolean | undefined {
  const word = typed.trim().toLowerCase()
  return yes.has(word) ? true : no.has(word) ? false : undefined
}

/** How a browser posts it. */
export const truthText = (value: boolean): string => (value ? 'yes' : 'no')
