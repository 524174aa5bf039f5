/** Draws the poster of a wish drive: night, lanterns, one code. */
import type { paperApi } from '../../domain/paper'
import type { Handlers } from '../_lib/serve'
import { codePicture } from './code'
import { CODE_SIZE, drivePosterSvg } from './drivePosterSvg'
import { print } from './print'

type DrivePoster = Handlers<(typeof paperApi)['endpoints']>['drivePoster']

export const drivePoster: DrivePoster = async ({ scene, path, requestId: _once, ...words }, { now }) => {
  const picture = await codePicture(scene, 'pages/wish/index', CODE_SIZE)
  return print(drivePosterSvg(words, picture), path, words.title, now)
}
