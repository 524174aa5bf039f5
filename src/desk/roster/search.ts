/** What somebody typed to look for: four signs ending a document number, or a whole name; nothing in between is searched. */
import * as v from 'valibot'
import { RosterSearch } from '../../../domain/worker/views'
import type { Search } from './shelf'

export type Sought = { readonly search?: Search; readonly mistake?: string }

const looksLikeTail = (typed: string): boolean => /[0-9]/.test(typed)

export const soughtIn = (typed: string): Sought => {
  const text = typed.trim()
  if (text === '') return {}
  const given = looksLikeTail(text) ? { by: 'tail', tail: text } : { by: 'name', name: text }
  const read = v.safeParse(RosterSearch, given)
  return read.success ? { search: read.output } : { mistake: '只能查全名，或证件号最后 4 位' }
}

export const wordsOf = (search: Search | undefined): string => {
  if (!search) return ''
  return search.by === 'name' ? search.name : search.tail
}
