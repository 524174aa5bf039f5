/** 算工资: the table of endpoints. */
import { wagesApi } from '../../domain/wages'
import { serve } from '../_lib/serve'
import { arrears } from './arrears'
import { conversion } from './conversion'
import { doublePay } from './doublePay'
import { minimumWage } from './minimumWage'
import { overtime } from './overtime'
import { severance } from './severance'

export const main = serve(wagesApi, { overtime, arrears, conversion, doublePay, severance, minimumWage })
