import { z } from 'zod'
import { expression, identifier, localText } from '~/forms/definition'

/** The items of a fixed list (options, rows, columns): at least one, no id twice. */
export const uniqueIds = <Item extends z.ZodType<{ id: string }>>(item: Item) =>
  z
    .array(item)
    .min(1)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'Two of the ids are the same.')

/** An option or a row that an officer answers. */
export const labelled = z.strictObject({ id: identifier, label: localText, help: localText.optional() })
/** The condition of a row or a column (app/forms/parts.ts). */
export const partVisible = expression.optional().describe('There only when true.')

/** A row that an officer answers; it may be there only sometimes. */
export const conditionalRow = labelled.extend({ visible: partVisible })

/** An option that may be there only sometimes, or not any more. */
export const offered = labelled.extend({
  visible: expression.optional().describe('Offered only when true.'),
  retired: z
    .union([z.boolean(), expression])
    .optional()
    .describe('Not offered any more, always or when true; who chose it last year may keep it.'),
})
export type Labelled = z.output<typeof labelled>
