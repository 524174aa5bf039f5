/** Fetches a stored file by its link and stops at a limit: the SDK would take whatever comes into memory. */
import { get as getPlainly } from 'node:http'
import { get as getSecurely } from 'node:https'

export class TooLarge extends Error {
  constructor(readonly bytes: number) {
    super(`${bytes} bytes`)
    this.name = 'TooLarge'
  }
}

export const download = (link: string, maxBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const get = link.startsWith('https:') ? getSecurely : getPlainly
    const request = get(link, (response) => {
      const stop = (error: Error): void => {
        request.destroy()
        reject(error)
      }
      if (response.statusCode !== 200) return stop(new Error(`the file answers ${response.statusCode}`))
      const claimed = Number(response.headers['content-length'] ?? 0)
      if (claimed > maxBytes) return stop(new TooLarge(claimed))
      const pieces: Buffer[] = []
      let bytes = 0
      response.on('data', (piece: Buffer) => {
        pieces.push(piece)
        bytes += piece.length
        if (bytes > maxBytes) stop(new TooLarge(bytes))
      })
      response.on('end', () => resolve(Buffer.concat(pieces)))
      response.on('error', reject)
    })
    request.on('error', reject)
  })
