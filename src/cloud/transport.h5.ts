/** How one call leaves a browser: to the host that served this page, which knows who calls. */
import { AppError } from '../../domain/kernel/errors'
import { type Send, Unreached } from './delivery'

const PATIENCE_MS = 15_000
const mayPostAgain = (status: number): boolean => status === 429 || status >= 502

export const send: Send = async (name, call) => {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS)
  try {
    const response = await fetch(`/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(call),
      signal: controller.signal,
    }).catch((failure: unknown) => {
      throw new Unreached(String(failure))
    })
    if (mayPostAgain(response.status)) throw new Unreached(`status ${response.status}`)
    if (!response.ok) throw new AppError('INTERNAL', { reason: `status ${response.status}` })
    return await response.json()
  } finally {
    clearTimeout(timer)
  }
}
