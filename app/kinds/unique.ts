import { z } from 'zod'
import { expression, identifier, localText } from '~/forms/definition'

/** The items of a fixed list (options, rows, columns): at least one, no id twice. */
export const uniqueIds = <Item extends z.ZodType<{ id: string }>>(item: Item) =>
  z
    .array(item)
    .min(1)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'Two of the ids are the same.')

/** The condition of a row, a column or an option (app/forms/parts.ts). */
export const partVisible = expression.optional().describe('There only when true.')

/** An option that old answers keep, and that nobody chooses any more. */
export const retired = z.boolean().default(false).describe('Offered no more; old answers keep it.')

/** An option or a row that an officer answers. */
export const labelled = z.strictObject({
  id: identifier,
  label: localText,
  help: localText.optional(),
  visible: partVisible,
})
export type Labelled = z.output<typeof labelled>
