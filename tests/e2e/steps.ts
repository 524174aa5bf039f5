/** What each step of a story made the phone draw, kept for the bench and held to what an old phone can bear. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Written } from '../../platform/phone/client'
import { isElsewhere } from './elsewhere'

export type Step = { readonly story: string; readonly step: string; readonly page: string } & Written

/** DESIGN and issue of the phone: more than this at once is felt on an old one. */
export const MOST_BYTES = 20 * 1024
export const MOST_TYPING_BYTES = 1024

const steps: Step[] = []

export function noteStep(story: string, step: string, pages: Readonly<Record<string, Written>>): void {
  for (const [page, written] of Object.entries(pages)) steps.push({ story, step, page, ...written })
}

const isTooMuch = ({ step, largest }: Step): boolean =>
  largest > (step.startsWith('type ') ? MOST_TYPING_BYTES : MOST_BYTES)

/** One line for each step that set more than may be set at once. */
export const tooMuch = (): string[] =>
  steps.filter(isTooMuch).map(({ story, step, page, largest }) => `${story}: ${step} on ${page} set ${largest} bytes`)

const folder = resolve(__dirname, '..', '..', '.cache', 'steps')

/** Nothing is known of what was drawn elsewhere. */
export function keepSteps(story: string): void {
  if (isElsewhere) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${story}.json`), JSON.stringify(steps, null, 2))
}
