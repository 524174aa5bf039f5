/** The wall of the demo city: every place with its poster, as the city's admin sees and prints them. */
import type { ServerResponse } from 'node:http'
import type * as v from 'valibot'
import { siteApi } from '../../../domain/site'
import { type Callable, phoneOf } from '../demo/caller'
import { CITY } from '../demo/rows'

const ADMIN = 'city'
const { list } = siteApi.endpoints

export type Place = v.InferOutput<typeof list.output>['rows'][number]

export const placesOnTheWall = async (cloud: Callable): Promise<readonly Place[]> => {
  const scope = { level: 'city', id: CITY } as const
  const { rows } = await phoneOf(cloud, ADMIN).site.list({ scope })
  /** Lists come newest first; the wall keeps the order in which the places were opened. */
  return [...rows].reverse()
}

/** Drawn once for each code: a new code is a new poster. */
export class Posters {
  private readonly drawn = new Map<string, Promise<Buffer>>()

  constructor(private readonly cloud: Callable) {}

  async answer(response: ServerResponse, siteId: string, scene: string): Promise<void> {
    const png = await this.png(siteId, scene)
    response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'max-age=86400' }).end(png)
  }

  private png(siteId: string, scene: string): Promise<Buffer> {
    const known = this.drawn.get(scene)
    if (known) return known
    const drawing = this.draw(siteId)
    this.drawn.set(scene, drawing)
    drawing.catch(() => this.drawn.delete(scene))
    return drawing
  }

  private async draw(id: string): Promise<Buffer> {
    const requestId = `desk-poster-${crypto.randomUUID()}`
    const { pngUrl } = await phoneOf(this.cloud, ADMIN).site.poster({ requestId, id })
    const answer = await fetch(pngUrl)
    if (!answer.ok) throw new Error(`the poster could not be fetched: ${answer.status}`)
    return Buffer.from(await answer.arrayBuffer())
  }
}
