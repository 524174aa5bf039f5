/** Knows whether the page has come to rest: its short timers and running animations. It is read before any other file sets a timer. */

/** A longer timer is waited for by a person and not by the page: a toast that goes, a code that expires. */
const SHORT_MS = 1000

const { setTimeout: set, clearTimeout: clear } = window
const waiting = new Map<number, number>()

function setWatched(handler: TimerHandler, delay = 0, ...given: unknown[]): number {
  const run = (): void => {
    waiting.delete(id)
    if (typeof handler === 'function') handler(...given)
  }
  const id = set(run, delay)
  if (delay < SHORT_MS) waiting.set(id, delay)
  return id
}

function clearWatched(id?: number): void {
  if (id !== undefined) waiting.delete(id)
  clear(id)
}

Object.assign(window, { setTimeout: setWatched, clearTimeout: clearWatched })

/** A spinner turns for ever and is waited for through what it stands for. */
const isUnderWay = (animation: Animation): boolean =>
  animation.playState === 'running' && Number.isFinite(Number(animation.effect?.getComputedTiming().endTime ?? 0))

const nextFrame = (): Promise<void> =>
  new Promise((done) => {
    requestAnimationFrame(() => set(done, 0))
  })

/** What is still under way after the next frame, in words. */
export async function underWay(): Promise<string[]> {
  await nextFrame()
  const timers = [...waiting.values()].map((delay) => `a timer of ${delay} ms`)
  const animations = document.getAnimations().filter(isUnderWay)
  return [...timers, ...animations.map(({ id }) => `an animation ${id}`.trim())]
}
