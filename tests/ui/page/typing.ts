/** Whether a field can be seen while it is typed into: wholly above the keyboard, and under no bar. */
import { isSeen, nameOf, seen } from './seen'

const typed = (field: Element): field is HTMLInputElement | HTMLTextAreaElement =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && !['file', 'checkbox', 'radio', 'hidden'].includes(field.type))

/** The frame a person sees round a field; a bare one is its own. */
const frameOf = (field: Element): Element => field.closest('wx-input,wx-textarea') ?? field

/** The page answers the focus in the next frame, and has drawn it in the one after. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

const INSET = 4

function liesOver(frame: Element): Element | undefined {
  const { left, right, top, bottom } = frame.getBoundingClientRect()
  const across = [left + INSET, (left + right) / 2, right - INSET]
  const down = [top + INSET, (top + bottom) / 2, bottom - INSET]
  const points = across.flatMap((x) => down.map((y) => [x, y] as const))
  const found = points.map(([x, y]) => document.elementFromPoint(x, y))
  return found.find((at): at is Element => at !== null && !frame.contains(at) && !at.contains(frame))
}

function complaint(field: Element, where: string): string[] {
  const frame = frameOf(field)
  const { top, bottom } = frame.getBoundingClientRect()
  const says = `${nameOf(frame)} at the ${where} of what the keyboard leaves`
  if (top < -1 || bottom > window.innerHeight + 1) return [`out of view while typing: ${says}`]
  const over = liesOver(frame)
  return over ? [`covered while typing: ${says}, by ${nameOf(over)}`] : []
}

/** A sheet lies over the fields of its page, and nobody types there until it is closed. */
const fields = (): Element[] => {
  const sheet = seen('[role="dialog"]').pop()
  return seen('input,textarea').filter((field) => !sheet || sheet.contains(field))
}

/** Each field in turn, wherever on the screen a finger may have found it. */
export async function coveredWhileTyping(): Promise<string[]> {
  const found: string[] = []
  /** The page has taken in what the keyboard leaves of it. */
  await drawn()
  for (const field of fields().filter(typed)) {
    for (const [block, where] of [
      ['start', 'top'],
      ['end', 'foot'],
    ] as const) {
      frameOf(field).scrollIntoView({ block })
      field.focus()
      await drawn()
      if (isSeen(field)) found.push(...complaint(field, where))
      field.blur()
    }
  }
  return found
}
