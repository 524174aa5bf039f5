/** Draws a site's poster: the code from WeChat, one drawing, and from it the PNG and the PDF. */
import type { paperApi } from '../../domain/paper'
import type { Handlers } from '../_lib/serve'
import { codePicture } from './code'
import { CODE_SIZE, posterSvg } from './posterSvg'
import { print } from './print'

type Poster = Handlers<(typeof paperApi)['endpoints']>['poster']

export const poster: Poster = async ({ scene, path, requestId: _once, ...words }, { now }) => {
  const picture = await codePicture(scene, 'pages/worker/scan/index', CODE_SIZE)
  return print(posterSvg(words, picture), path, words.name, now)
}
