/** A site's poster, for whoever keeps the site. */
import { AppError } from '../../domain/kernel/errors'
import { actionsFor, canRead, stateRow } from '../../domain/kernel/machine'
import { printedCode, sceneOf } from '../../domain/kernel/scene'
import { onOf } from '../../domain/kernel/time'
import { paperApi } from '../../domain/paper'
import { siteMachine } from '../../domain/site'
import { ask } from '../_lib/ask'
import { get } from '../_lib/cloud'
import { canonical, keyOf } from '../_lib/crypto'
import { drawn } from '../_lib/drawn'
import type { SiteHandler } from './handlers'
import { codeOf, type SiteDoc } from './row'

const { poster: endpoint } = paperApi.endpoints

const wordsOf = (site: SiteDoc) => ({
  scene: sceneOf(codeOf(site)),
  printedCode: printedCode(codeOf(site)),
  name: site.name,
  address: site.address,
  keeperName: site.keeperName,
  keeperPhone: site.keeperPhone,
})

export const poster: SiteHandler<'poster'> = async ({ id, requestId }, { identified, now }) => {
  const [{ actor }, site] = await Promise.all([identified(), get('sites', id)])
  if (!site || !canRead(siteMachine, site, actor)) throw new AppError('NOT_FOUND')
  /** Who keeps the site prints for it. */
  if (!actionsFor(siteMachine, site, actor).includes('update')) throw new AppError('NOT_FOUND')
  if (stateRow(siteMachine, site.state).tone === 'stop') throw new AppError('CODE_REVOKED')
  const words = wordsOf(site)
  const drawnAs = keyOf('poster', site._id, canonical(words))
  const draw = () => ask('paper', ['poster', endpoint], { requestId, path: `sealed/posters/${drawnAs}`, ...words })
  return { ...(await drawn(drawnAs, draw, now)), printedOn: onOf(now) }
}
