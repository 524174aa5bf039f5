/** In a browser what can be tapped can be pressed with Enter and Space too, as a native button can. */

const keys: readonly string[] = ['Enter', ' ']
const pressable = '[role="button"],[role="radio"],[role="checkbox"],[role="switch"]'

export const answerKeys = (): void =>
  document.addEventListener('keydown', (event) => {
    const { key, target, repeat } = event
    if (!keys.includes(key) || !(target instanceof HTMLElement) || !target.matches(pressable)) return
    /** Space would scroll the page. */
    event.preventDefault()
    if (!repeat) target.click()
  })
