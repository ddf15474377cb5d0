import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coverageModule } from '../../scripts/font-coverage'
import { canBeSet, cleanLine, cleanLines, readText, unprintable } from './printable'

const limits = { multiline: true, maxLength: 1000 }

describe('what the documents’ font can set', () => {
  it('stands in the generated table', () => {
    expect(readFileSync(new URL('coverage.ts', import.meta.url), 'utf8')).toBe(coverageModule())
  })

  it('is Latin with Sámi, Finnish and Polish, and no emoji', () => {
    for (const character of 'Áŋđ ČŠŧžŁåÄöéß–”’§€−½') expect(canBeSet(character.codePointAt(0) ?? 0)).toBe(true)
    for (const character of '😀漢ا\n\0\ufffe') expect(canBeSet(character.codePointAt(0) ?? 0)).toBe(false)
  })
})

describe('free text', () => {
  it('is composed and loses what one cannot see', () => {
    expect(cleanLine('A\u030angsta\u0308det \u200bmed\u00ad\ttabb\ufeff  och  så ')).toBe('Ångstädet med tabb och så')
    expect(cleanLine('två\r\nrader')).toBe('två rader')
    expect(cleanLines('\r\n en \r\n\r\ntvå\u2028tre\u0007 \n\n')).toBe(' en\n\ntvå\ntre')
  })

  it('is refused by name where the font lacks a character', () => {
    expect(unprintable('Bra 😀 sagt 漢 😀')).toEqual(['😀', '漢'])
    expect(readText('Bra 😀', limits, 'sv', 'other')).toEqual({
      refusals: [
        {
          message: 'Tecknet ”😀” (U+1F600) kan inte skrivas i handlingen. Ta bort det eller skriv med ord.',
          path: ['other'],
          missing: false,
        },
      ],
    })
    expect(readText('漢😀', limits, 'en')).toMatchObject({
      refusals: [
        {
          message:
            'The characters ”漢” (U+6F22) and ”😀” (U+1F600) cannot be set in the document. Remove them or write in words.',
        },
      ],
    })
    expect(readText('\ud83d', limits, 'sv')).toMatchObject({
      refusals: [{ message: expect.stringContaining('U+D83D') }],
    })
  })

  it('is refused by how much it is too long', () => {
    expect(readText('x'.repeat(1001), limits, 'sv')).toMatchObject({
      refusals: [{ message: 'Texten är 1 tecken för lång. Högst 1\u00a0000 tecken får plats.' }],
    })
    expect(readText(`${'x'.repeat(1000)}\r\n `, limits, 'sv')).toEqual({ value: 'x'.repeat(1000) })
  })
})
