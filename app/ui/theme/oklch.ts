/** A colour in sRGB, three whole numbers 0–255. */
export type Rgb = readonly [red: number, green: number, blue: number]

const encode = (light: number) => (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055)
const decode = (signal: number) => (signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4)
const toByte = (light: number) => Math.round(255 * Math.min(1, Math.max(0, encode(light))))

/**
 * OKLCH → sRGB, clipped to the gamut. The matrices are Björn Ottosson's (https://bottosson.github.io/posts/oklab/).
 * @param lightness 0–1
 * @param chroma 0–0.4
 * @param hue degrees
 */
export function oklch(lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    toByte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toByte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toByte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

export const hex = (colour: Rgb) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`

/** Relative luminance, WCAG 2.2. */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * decode(red / 255) + 0.7152 * decode(green / 255) + 0.0722 * decode(blue / 255)
}

/** Contrast ratio 1–21, WCAG 2.2. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((x, y) => x - y)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** The most transparent colour that looks like `solid` when laid on `back`, as CSS. */
export function transparent(solid: Rgb, back: Rgb): string {
  const lighter = luminance(solid) > luminance(back)
  const needed = (part: number, under: number) =>
    lighter ? (part - under) / Math.max(1, 255 - under) : (under - part) / Math.max(1, under)
  const pairs = [
    [solid[0], back[0]],
    [solid[1], back[1]],
    [solid[2], back[2]],
  ] as const
  const alpha = Math.max(0.02, ...pairs.map(([part, under]) => needed(part, under)))
  const parts = pairs.map(([part, under]) => Math.min(255, Math.max(0, Math.round(under + (part - under) / alpha))))
  return `rgba(${parts.join(', ')}, ${alpha.toFixed(3)})`
}
