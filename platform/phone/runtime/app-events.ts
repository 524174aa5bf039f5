/** What happens to the whole app: shown, hidden, an error nobody caught, the network gone. */

export type AppEvent = 'show' | 'hide' | 'error' | 'unhandledRejection' | 'pageNotFound' | 'network' | 'resize'
type Listener = (detail: never) => void

const listeners = new Map<AppEvent, Set<Listener>>()

export const appEvents = {
  on(event: AppEvent, listener: Listener): void {
    listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
  },
  /** Without a listener all of them go, as WeChat's off does. */
  off(event: AppEvent, listener?: Listener): void {
    if (listener) listeners.get(event)?.delete(listener)
    else listeners.delete(event)
  },
  /** True when somebody listened. */
  emit(event: AppEvent, detail: unknown): boolean {
    const all = [...(listeners.get(event) ?? [])]
    for (const listener of all) listener(detail as never)
    return all.length > 0
  },
}
