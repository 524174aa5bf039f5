/** The addresses of an employer's claims, each naming the place they are of. */
import Taro from '@tarojs/taro'
import type { Scope } from '../../../domain/kernel/roles'
import { levels } from '../../../domain/kernel/roles'
import { openPage } from '../../cloud/go'
import { textOf } from '../parts/routes'

type Params = Readonly<Record<string, string | undefined>>

const address = (page: 'new' | 'one', { level, id }: Scope, claim = ''): string =>
  `/desk/roster-claim/${page}?level=${level}&place=${encodeURIComponent(id)}${claim ? `&id=${encodeURIComponent(claim)}` : ''}`

export const openNew = (scope: Scope): void => openPage(address('new', scope))
export const openOne = (scope: Scope, claim: string): void => openPage(address('one', scope, claim))
/** What led here is done. */
export const oneInstead = (scope: Scope, claim: string): void =>
  void Taro.redirectTo({ url: address('one', scope, claim) })

export const scopeIn = ({ level, place }: Params): Scope | undefined => {
  const known = levels.find((one) => one === level)
  const id = textOf(place)
  return known && id ? { level: known, id } : undefined
}
