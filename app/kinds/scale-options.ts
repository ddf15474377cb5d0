import { z } from 'zod'
import { localText } from '~/forms/definition'
import { dontKnow, type Step } from './steps'

/** What a scale may say: its ends, what they mean, and how one says that one does not know. */
export const scaleShape = {
  from: z.int(),
  to: z.int(),
  low: localText,
  high: localText,
  dontKnow: localText.optional(),
}

/** Whether a scale runs upwards and not too far to be chosen from. */
export const runsUp = ({ from, to }: { from: number; to: number }) => from < to && to - from <= 20

/** A step's canonical shape. */
export const stepSchema: z.ZodType<Step, Step> = z.union([z.int(), z.literal(dontKnow)])
