import { createContext } from 'react'

/** The number of this answer, for an error page; empty in the browser, where the page's data may hold it. */
export const EventContext = createContext('')
