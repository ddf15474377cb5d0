import { z } from 'zod'
import { identifier, localText } from '~/forms/definition'

/** The items of a fixed list (options, rows, columns): at least one, no id twice. */
export const uniqueIds = <Item extends z.ZodType<{ id: string }>>(item: Item) =>
  z
    .array(item)
    .min(1)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'Two of the ids are the same.')

/** An option or a row that an officer answers. */
export const labelled = z.strictObject({ id: identifier, label: localText, help: localText.optional() })
export type Labelled = z.output<typeof labelled>
