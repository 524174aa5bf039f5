/** WeChat's message push: an event to every function that is open to it, sent again when it is not answered. */
import { messageOf } from '../errors'
import { type CallEvent, type Functions, readEvent } from '../functions'
import type { FunctionLog } from '../functions/log'
import type { Json } from '../json'

const TRIES = 3

export class Pushes {
  private readonly underWay = new Set<Promise<void>>()

  constructor(
    private readonly functions: Functions,
    private readonly log: FunctionLog,
  ) {}

  /** Sends once `ready` is, and waits for nobody. */
  send(ready: Promise<Json>): void {
    const sending = this.deliver(ready).finally(() => this.underWay.delete(sending))
    this.underWay.add(sending)
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay)
  }

  private async deliver(ready: Promise<Json>): Promise<void> {
    const event = readEvent(JSON.stringify(await ready))
    const open = this.functions.names().filter((name) => this.functions.declared(name)?.calledBy.includes('push'))
    await Promise.all(open.map((name) => this.tell(name, event)))
  }

  private async tell(fn: string, event: CallEvent): Promise<void> {
    for (let left = TRIES; left > 0; left--)
      try {
        await this.functions.call(fn, event, { caller: 'push', source: 'wx_push' })
        return
      } catch (failure) {
        this.log.write({ fn, level: 'error', text: `a push was not answered: ${messageOf(failure)}` })
      }
  }
}
