import { writeFileSync } from 'node:fs'
import { themeStylesheet } from '../app/ui/theme/stylesheet'

/** Writes app/ui/theme/theme.css from the palette: `npx tsx scripts/theme.ts`. */
writeFileSync(new URL('../app/ui/theme/theme.css', import.meta.url), themeStylesheet())
