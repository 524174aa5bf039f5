/** Turns a contract into functions a page can call. */
import type { Api, Endpoints } from '../../domain/kernel/api'
import { type Client, clientOf } from '../../domain/kernel/client'
import { deliverBy, sentBy } from './delivery'
import { send } from './transport'

const pace = {
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
}

export const deliver = deliverBy(sentBy(APP_VERSION, send), pace)

export const client = <E extends Endpoints>(api: Api<E>): Client<E> => clientOf(api, deliver)
