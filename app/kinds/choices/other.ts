/** The id that stands for «other» among what was typed; its text is kept beside. */
export const otherId = 'other'

/** The most characters of the text for «other». */
export const otherLength = 500
