/** Tells what time it is. Use cases take `now: Date`; only what runs by itself (jobs, start-up) holds a clock. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
