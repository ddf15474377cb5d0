/** What stands for a character of a shape. */
type Sign = (character: string) => boolean

const isDigit: Sign = (character) => /^\d$/.test(character)
const isLetter: Sign = (character) => /^\p{L}$/u.test(character)

/** The signs of a shape: «9» a digit, «A» a letter, «*» either, after «\» the character itself, and every other itself. */
function signsOf(shape: string): readonly Sign[] {
  const signs: Sign[] = []
  const characters = [...shape]
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? ''
    const itself = character === '\\' ? characters[++at] : character
    if (character === '9') signs.push(isDigit)
    else if (character === 'A') signs.push(isLetter)
    else if (character === '*') signs.push((each) => isDigit(each) || isLetter(each))
    else signs.push((each) => each === itself)
  }
  return signs
}

/** Whether a text has the shape: character by character, so that no shape takes long. */
export function hasShape(text: string, shape: string): boolean {
  const signs = signsOf(shape)
  const characters = [...text]
  return signs.length === characters.length && signs.every((sign, at) => sign(characters[at] ?? ''))
}

/** A text of the shape. */
export const ofShape = (shape: string): string =>
  shape.replace(/\\(.)|9|A|\*/gu, (sign, itself?: string) => itself ?? (sign === 'A' ? 'A' : '1'))
