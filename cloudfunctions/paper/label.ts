/** Draws the label that goes onto a gift. */
import type { paperApi } from '../../domain/paper'
import type { Handlers } from '../_lib/serve'
import { labelSvg } from './labelSvg'
import { LABEL } from './pdf'
import { print } from './print'

type Label = Handlers<(typeof paperApi)['endpoints']>['label']

export const label: Label = ({ path, requestId: _once, ...words }, { now }) =>
  print(labelSvg(words), path, words.number, now, LABEL)
