/** What an opened page and the one that opened it tell each other. */

type Listener = (...given: unknown[]) => void

export class EventChannel {
  private readonly listeners = new Map<string, Set<Listener>>()
  private other: EventChannel = this

  static pair(): [EventChannel, EventChannel] {
    const [one, other] = [new EventChannel(), new EventChannel()]
    one.other = other
    other.other = one
    return [one, other]
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(listener))
  }

  once(name: string, listener: Listener): void {
    const once: Listener = (...given) => {
      this.off(name, once)
      listener(...given)
    }
    this.on(name, once)
  }

  off(name: string, listener?: Listener): void {
    if (listener) this.listeners.get(name)?.delete(listener)
    else this.listeners.delete(name)
  }

  emit(name: string, ...given: unknown[]): void {
    for (const listener of [...(this.other.listeners.get(name) ?? [])]) listener(...given)
  }
}
