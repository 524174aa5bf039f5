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
