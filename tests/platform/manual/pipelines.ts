/** How a fixed pipeline of the manual is written down. */
import type { collections } from './documents'

export interface PipelineCase {
  page: string
  shows: string
  /** The collection its documents are in. */
  on: keyof typeof collections
  stages: [stage: string, value: unknown][]
  answer: object[]
  /** The manual promises no order. */
  inAnyOrder?: boolean
}
