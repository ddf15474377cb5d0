import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, hex, type Rgb } from './oklch'
import { type Mode, type Scale, type Step, scales, surfaces, white } from './palette'
import { themeStylesheet } from './stylesheet'

const states = ['accent', 'success', 'warning', 'danger', 'info', 'meta-purple', 'brand-beige', 'neutral']

function scale(mode: Mode, role: string): Scale {
  const found = scales(mode).get(role)
  if (!found) throw new Error(`no role ${role}`)
  return found
}

/** [what, one, other, at least] */
function pairs(mode: Mode): [string, Rgb, Rgb, number][] {
  const own = surfaces[mode]
  const neutral = scale(mode, 'neutral')
  const accent = scale(mode, 'accent')
  const step = (role: string, at: Step) => scale(mode, role)[at]
  const text = 4.5
  const graphic = 3
  return [
    ['text on page', neutral[1000], own.canvas, 7],
    ['text on card', neutral[1000], own.raised, 7],
    ['subtle text on page', neutral[900], own.canvas, 7],
    ['subtle text on card', neutral[900], own.raised, 7],
    ['subtle text on sunken', neutral[900], neutral[200], text],
    ['link on page', accent[800], own.canvas, text],
    ['link on card', accent[800], own.raised, text],
    ['button text', own.zero, accent[600], text],
    ['button text, hover', own.zero, accent[700], text],
    ['field border on card', neutral[600], own.raised, graphic],
    ['field border on page', neutral[600], own.canvas, graphic],
    ['focus ring on page', own.focus, own.canvas, graphic],
    ['focus ring on card', own.focus, own.raised, graphic],
    ['header text', own.onHeader, own.header, 7],
    ['header text, subtle', own.onHeaderSubtle, own.header, 7],
    ['header text on hover', own.onHeader, own.headerSoft, text],
    ['header mark', own.amber, own.header, graphic],
    ...states.flatMap((role): [string, Rgb, Rgb, number][] => [
      [`${role}: tag text`, step(role, 1000), step(role, 200), text],
      [`${role}: state text on its surface`, step(role, 800), step(role, 100), text],
      [`${role}: state text on card`, step(role, 800), own.raised, text],
      [`${role}: state text on page`, step(role, 800), own.canvas, text],
      [`${role}: text on its fill`, own.zero, step(role, 600), text],
      [`${role}: icon on card`, step(role, 600), own.raised, graphic],
    ]),
    ...['accent', 'success', 'info', 'meta-purple'].map((role): [string, Rgb, Rgb, number] => [
      `${role}: chart colour on card`,
      step(role, 500),
      own.raised,
      graphic,
    ]),
  ]
}

describe.each(['light', 'dark'] as const)('%s theme', (mode) => {
  it.each(pairs(mode))('%s has enough contrast', (_what, one, other, least) => {
    expect(contrast(one, other)).toBeGreaterThanOrEqual(least)
  })
})

describe('palette', () => {
  it('keeps the colours that the design names', () => {
    expect(hex(scale('light', 'accent')[600])).toBe('#006778')
    expect(hex(scale('light', 'danger')[600])).toBe('#b02a2d')
    expect(hex(scale('light', 'meta-purple')[800])).toBe('#51376c')
    expect(hex(scale('dark', 'accent')[600])).toBe('#59acbf')
    expect(hex(surfaces.light.header)).toBe('#003641')
    expect(hex(surfaces.dark.header)).toBe('#0c272e')
    expect(hex(surfaces.light.canvas)).toBe(hex(scale('light', 'neutral')[100]))
    expect(hex(surfaces.dark.raised)).toBe(hex(scale('dark', 'neutral')[100]))
    expect(contrast(white, [0, 0, 0])).toBeCloseTo(21)
  })

  it('is what theme.css holds', () => {
    expect(readFileSync(new URL('./theme.css', import.meta.url), 'utf8')).toBe(themeStylesheet())
  })
})
