/** All fixed cases of queries, views and updates, from every page of the manual. */
import type { QueryPage, UpdatePage, ViewPage } from './cases'
import { comparison } from './comparison'
import { elements } from './elements'
import { fieldUpdates } from './field-updates'
import { numberUpdates } from './number-updates'
import { orders } from './orders'
import { places } from './places'
import { positionalUpdates } from './positional-updates'
import { presence } from './presence'
import { projections } from './projections'
import { pushUpdates } from './push-updates'
import { setUpdates } from './set-updates'
import { types } from './types'

export const queries: QueryPage[] = [...comparison, ...presence, ...elements, ...places, ...types]
export const views: ViewPage[] = [...orders, ...projections]
export const updates: UpdatePage[] = [
  ...fieldUpdates,
  ...numberUpdates,
  ...setUpdates,
  ...pushUpdates,
  ...positionalUpdates,
]
