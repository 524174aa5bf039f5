/** All fixed cases of aggregation, from every page of the manual. */
import { arrays } from './aggregation-arrays'
import { buckets } from './aggregation-buckets'
import { choices } from './aggregation-choices'
import { dates } from './aggregation-dates'
import { fields } from './aggregation-fields'
import { groups } from './aggregation-groups'
import { joins } from './aggregation-joins'
import { numbers } from './aggregation-numbers'
import { sets } from './aggregation-sets'
import { stages } from './aggregation-stages'
import { sums } from './aggregation-sums'
import { texts } from './aggregation-texts'
import { types } from './aggregation-types'
import { walks } from './aggregation-walks'

export { collections } from './documents'

export const expressions = [...numbers, ...sums, ...choices, ...arrays, ...walks, ...sets, ...texts, ...types, ...dates]
export const pipelines = [...stages, ...fields, ...groups, ...buckets, ...joins]
