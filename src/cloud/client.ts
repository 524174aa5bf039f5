/** Turns a contract into functions a page can call. */
import type { Api, Endpoints } from '../../domain/kernel/api'
import { type Client, clientNamed, clientOf } from '../../domain/kernel/client'
import { deliverBy, sentBy } from './delivery'
import { send } from './transport'

const pace = {
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
}

export const deliver = deliverBy(sentBy(APP_VERSION, send), pace)

export const client = <E extends Endpoints>(api: Api<E>): Client<E> => clientOf(api, deliver)

/** By a contract's type alone: its schemas stay out of the main package, and a name left out does not compile. */
export const named = <E extends Endpoints>(
  name: string,
  endpoints: Readonly<Record<keyof E & string, true>>,
): Client<E> => clientNamed<E>(name, endpoints, deliver)
