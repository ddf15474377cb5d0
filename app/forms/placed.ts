/** A message with the place that it is about: «Rad 3, Belopp: skriv beloppet …». */
export function placed(place: string, message: string): string {
  if (place === '') return message
  const isWord = /^\p{Lu}\p{Ll}/u.test(message)
  return `${place}: ${isWord ? message.charAt(0).toLocaleLowerCase('sv') : message.charAt(0)}${message.slice(1)}`
}
