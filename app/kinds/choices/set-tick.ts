/** Ticks or unticks a box and says so to whoever listens to the form (it is saved while it is filled in). */
export function setTick(box: HTMLInputElement, checked: boolean): void {
  if (box.checked === checked) return
  box.checked = checked
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
