/** Has a site's poster drawn, once a day for the same words, and gives links that live ten minutes. */
import * as v from 'valibot'
import { AppError } from '../../domain/kernel/errors'
import { actionsFor, canRead, stateRow } from '../../domain/kernel/machine'
import { printedCode, sceneOf } from '../../domain/kernel/scene'
import { addMinutes, onOf } from '../../domain/kernel/time'
import { paperApi } from '../../domain/paper'
import { siteMachine } from '../../domain/site'
import { ask } from '../_lib/ask'
import { files, get, getOpen, insert } from '../_lib/cloud'
import { canonical, keyOf } from '../_lib/crypto'
import type { SiteHandler } from './handlers'
import { codeOf, type SiteDoc } from './row'

const { poster: endpoint } = paperApi.endpoints
const Drawn = v.pipe(v.string(), v.parseJson(), endpoint.output)
type Drawn = v.InferOutput<typeof Drawn>

const wordsOf = (site: SiteDoc) => ({
  scene: sceneOf(codeOf(site)),
  printedCode: printedCode(codeOf(site)),
  name: site.name,
  address: site.address,
  keeperName: site.keeperName,
  keeperPhone: site.keeperPhone,
})

/** The clock removes yesterday's files together with the answer that names them. */
const drawn = async (site: SiteDoc, requestId: string, now: Date): Promise<Drawn> => {
  const words = wordsOf(site)
  const id = keyOf('poster', site._id, canonical(words))
  const kept = await getOpen('answers', id)
  if (kept) return v.parse(Drawn, kept.reply)
  const paper = await ask('paper', ['poster', endpoint], { requestId, path: `sealed/posters/${id}`, ...words })
  const fileIds = [paper.pngId, paper.pdfId]
  await insert('answers', { _id: id, at: now.toISOString(), reply: JSON.stringify(paper), fileIds })
  return paper
}

export const poster: SiteHandler<'poster'> = async ({ id, requestId }, { identified, now }) => {
  const [{ actor }, site] = await Promise.all([identified(), get('sites', id)])
  if (!site || !canRead(siteMachine, site, actor)) throw new AppError('NOT_FOUND')
  /** Who keeps the site prints for it. */
  if (!actionsFor(siteMachine, site, actor).includes('update')) throw new AppError('NOT_FOUND')
  if (stateRow(siteMachine, site.state).tone === 'stop') throw new AppError('CODE_REVOKED')
  const { pngId, pdfId } = await drawn(site, requestId, now)
  const [pngUrl, pdfUrl] = await Promise.all([files.link(pngId), files.link(pdfId)])
  return { pngUrl, pdfUrl, validUntil: addMinutes(now, 10), printedOn: onOf(now) }
}
