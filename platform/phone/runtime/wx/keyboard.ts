/** The keyboard of a phone, which covers nothing here but is told of as if it came up. */

type Listener = (told: { height: number }) => void

const listeners = new Set<Listener>()

export const keyboard = {
  /** About what a phone's takes. */
  height: 270,
  tell(height: number): void {
    for (const listener of [...listeners]) listener({ height })
  },
  on: (listener: Listener): void => void listeners.add(listener),
  off: (listener?: Listener): void => {
    if (listener) listeners.delete(listener)
    else listeners.clear()
  },
}
