/** Has something drawn once for the same words, and gives links that live ten minutes. */
import * as v from 'valibot'
import { addMinutes } from '../../domain/kernel/time'
import { paperApi } from '../../domain/paper'
import { files, getOpen, insert } from './cloud'

const Files = v.pipe(v.string(), v.parseJson(), paperApi.endpoints.poster.output)
export type Files = v.InferOutput<typeof paperApi.endpoints.poster.output>

const LINK_LIVES_MINUTES = 10

/** `id` names the words; the clock removes yesterday's files together with the answer that names them. */
export const drawn = async (id: string, draw: () => Promise<Files>, now: Date) => {
  const kept = await getOpen('answers', id)
  const paper = kept ? v.parse(Files, kept.reply) : await draw()
  const { pngId, pdfId } = paper
  if (!kept)
    await insert('answers', { _id: id, at: now.toISOString(), reply: JSON.stringify(paper), fileIds: [pngId, pdfId] })
  const [pngUrl, pdfUrl] = await Promise.all([files.link(pngId), files.link(pdfId)])
  return { pngUrl, pdfUrl, validUntil: addMinutes(now, LINK_LIVES_MINUTES) }
}
