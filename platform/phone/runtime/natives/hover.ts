/** The look of something under a finger: a class that comes a moment after the touch and stays a moment longer. */
import type { Happened, Host } from './host'

export const HOVER = ['hoverClass', 'hoverStopPropagation', 'hoverStartTime', 'hoverStayTime'] as const

/** Touches that something further in has taken for itself alone. */
const taken = new WeakSet<object>()
const eventBehind = (event: Happened): object => Object.getPrototypeOf(event)

interface Times {
  startMs: number
  stayMs: number
  ownClass?: string
}

export function watchHover(host: Host, { startMs, stayMs, ownClass = 'none' }: Times): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const classes = (): string[] => {
    const name = host.text('hoverClass', ownClass)
    return name === 'none' || host.isOn('disabled') ? [] : name.split(/\s+/)
  }
  const later = (run: () => void, ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(run, ms)
  }
  const leave = (): void => {
    const worn = classes()
    if (worn.length > 0) later(() => host.box.classList.remove(...worn), host.number('hoverStayTime', stayMs))
  }
  host.on('touchstart', (event) => {
    const worn = classes()
    if (worn.length === 0 || taken.has(eventBehind(event))) return
    if (host.isOn('hoverStopPropagation')) taken.add(eventBehind(event))
    later(() => host.box.classList.add(...worn), host.number('hoverStartTime', startMs))
  })
  host.on('touchend', leave)
  host.on('touchcancel', leave)
  host.onEnd(() => clearTimeout(timer))
}
