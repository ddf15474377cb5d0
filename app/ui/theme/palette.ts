import { oklch, type Rgb } from './oklch'

/** The ten steps of a role, in Aksel's names: 100–400 surfaces, 500–700 fills and borders, 800–1000 text. */
export const steps = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000] as const
export type Step = (typeof steps)[number]
export type Mode = 'light' | 'dark'
export type Scale = Readonly<Record<Step, Rgb>>

type Ten = readonly [number, number, number, number, number, number, number, number, number, number]

interface Recipe {
  /** Degrees, or one per step. */
  readonly hue: number | Ten
  readonly chroma: number
  /** Lightness per step where the role leaves the common curve. */
  readonly light?: Ten
  readonly dark?: Ten
  /** Share of the chroma per step where the role leaves the common curve. */
  readonly lightChroma?: Ten
  readonly darkChroma?: Ten
}

const lightness: Record<Mode, Ten> = {
  light: [0.975, 0.952, 0.917, 0.862, 0.62, 0.47, 0.42, 0.39, 0.35, 0.265],
  dark: [0.245, 0.275, 0.31, 0.37, 0.56, 0.7, 0.76, 0.8, 0.85, 0.925],
}
const share: Record<Mode, Ten> = {
  light: [0.14, 0.26, 0.4, 0.6, 1, 1, 0.95, 0.92, 0.85, 0.6],
  dark: [0.36, 0.42, 0.48, 0.56, 0.9, 1, 0.92, 0.84, 0.72, 0.42],
}
/** Warm and purple surfaces look loud in the dark at the common chroma. */
const quietDark: Ten = [0.2232, 0.2604, 0.2976, 0.3472, 0.9, 1, 0.92, 0.84, 0.72, 0.42]

/**
 * Bidra's colours under Aksel's role names. Fjord: accent. Bärnsten: brand-beige. Björk: neutral. Gran: success.
 * Höst: warning. Rönn: danger. Vinterhimmel: info. Ljung (last year): meta-purple.
 */
const recipes = {
  neutral: {
    hue: [110, 110, 120, 140, 190, 200, 205, 205, 205, 210],
    chroma: 0.016,
    light: [0.974, 0.951, 0.922, 0.868, 0.62, 0.53, 0.46, 0.43, 0.4, 0.255],
    dark: [0.232, 0.258, 0.295, 0.352, 0.54, 0.63, 0.7, 0.75, 0.81, 0.935],
    lightChroma: [0.25, 0.3, 0.35, 0.4, 0.8, 1, 1, 1, 1, 1],
    darkChroma: [0.85, 0.85, 0.85, 0.85, 0.85, 0.85, 0.85, 0.85, 0.85, 0.4],
  },
  accent: { hue: 214, chroma: 0.085 },
  'brand-blue': { hue: 214, chroma: 0.085 },
  'brand-beige': { hue: 78, chroma: 0.125, light: [0.979, 0.957, 0.925, 0.876, 0.76, 0.52, 0.46, 0.42, 0.38, 0.28] },
  'brand-magenta': { hue: 345, chroma: 0.11 },
  success: { hue: 150, chroma: 0.115 },
  warning: {
    hue: 56,
    chroma: 0.13,
    light: [0.98, 0.957, 0.922, 0.87, 0.68, 0.53, 0.47, 0.43, 0.38, 0.28],
    darkChroma: quietDark,
  },
  danger: {
    hue: 25,
    chroma: 0.17,
    light: [0.975, 0.952, 0.917, 0.862, 0.63, 0.5, 0.45, 0.415, 0.37, 0.275],
    darkChroma: quietDark,
  },
  info: { hue: 255, chroma: 0.09 },
  'meta-purple': { hue: 305, chroma: 0.1, darkChroma: quietDark },
  'meta-lime': { hue: 120, chroma: 0.11 },
} satisfies Record<string, Recipe>

/** Every role's scale in one mode. */
export function scales(mode: Mode): ReadonlyMap<string, Scale> {
  const all = new Map<string, Scale>()
  for (const [role, recipe] of Object.entries<Recipe>(recipes)) {
    const light = (mode === 'light' ? recipe.light : recipe.dark) ?? lightness[mode]
    const chroma = (mode === 'light' ? recipe.lightChroma : recipe.darkChroma) ?? share[mode]
    const at = (index: number): Rgb => {
      // The neutral of the dark mode keeps one cold hue; in the light it drifts from birch to slate.
      const hue = mode === 'dark' && role === 'neutral' ? 212 : recipe.hue
      return oklch(
        light[index] ?? 0,
        recipe.chroma * (chroma[index] ?? 0),
        typeof hue === 'number' ? hue : (hue[index] ?? 0),
      )
    }
    all.set(role, {
      100: at(0),
      200: at(1),
      300: at(2),
      400: at(3),
      500: at(4),
      600: at(5),
      700: at(6),
      800: at(7),
      900: at(8),
      1000: at(9),
    })
  }
  return all
}

export const white: Rgb = [255, 255, 255]

/** Surfaces and bars that are not a step of a role. */
export const surfaces = {
  light: {
    zero: white,
    canvas: oklch(0.974, 0.004, 110),
    raised: white,
    focus: oklch(0.36, 0.085, 214),
    header: oklch(0.305, 0.055, 216),
    headerSoft: oklch(0.365, 0.06, 216),
    onHeader: white,
    onHeaderSubtle: oklch(0.88, 0.03, 210),
    amber: oklch(0.79, 0.135, 76),
  },
  dark: {
    zero: oklch(0.16, 0.015, 215),
    canvas: oklch(0.2, 0.014, 215),
    raised: oklch(0.232, 0.0136, 212),
    focus: oklch(0.87, 0.11, 80),
    header: oklch(0.255, 0.035, 216),
    headerSoft: oklch(0.32, 0.045, 216),
    onHeader: white,
    onHeaderSubtle: oklch(0.86, 0.03, 210),
    amber: oklch(0.82, 0.125, 78),
  },
} as const satisfies Record<Mode, Record<string, Rgb>>
