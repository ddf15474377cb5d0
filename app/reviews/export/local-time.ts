const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** A moment as a clock in Sweden showed it: «2021-01-15 10:42:07». */
export const localTime = (moment: Date) => clock.format(moment)
