/** Identity numbers nobody holds: right in form and check sign, under codes no card was ever issued for. */
import { addMonths, type Day } from '../../../domain/kernel/time'
import { checkCharacter } from '../../../domain/worker/documents/citizen'

/** A province's own code with 0000 behind it stands on no card. */
export function madeUpNumber(provinceId: string, bornOn: Day, sequence: number): string {
  const body = `${provinceId}0000${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return body + checkCharacter(body)
}

/** The birthday of somebody who turned this age five months ago. */
export const bornYearsAgo = (years: number, today: Day): Day => addMonths(today, -(years * 12 + 5))

/** A card no bank gave out: nine hundred ninety-nine at its head, and the right check figure (Luhn). */
export const madeUpCard = (sequence: number): string => {
  const body = `999999${String(sequence).padStart(9, '0')}`
  const doubled = [...body].reverse().map((sign, place) => {
    const figure = Number(sign) * (place % 2 === 0 ? 2 : 1)
    return figure > 9 ? figure - 9 : figure
  })
  return `${body}${(10 - (doubled.reduce((a, b) => a + b, 0) % 10)) % 10}`
}
