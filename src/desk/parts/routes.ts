/** The desk's addresses in one place: which screen, and what it is opened with. */
import Taro from '@tarojs/taro'
import { openPage } from '../../cloud/go'

export type DeskScreen =
  | 'home'
  | 'roster'
  | 'person'
  | 'sites'
  | 'site'
  | 'site-new'
  | 'site-edit'
  | 'area-new'
  | 'invite'
  | 'people'
  | 'register-for'
  | 'import'
  | 'wishes'
  | 'wish'
  | 'drive'
  | 'drive-new'
  | 'station'
  | 'postings'
  | 'companies'
  | 'programmes'
  | 'programme'
  | 'programme-new'
  | 'programme-try'
  | 'roster-claim'
  | 'claims'
  | 'claim'
  | 'batches'
  | 'batch'
  | 'objections'

const addressOf = (screen: DeskScreen, params: Readonly<Record<string, string>> = {}): string => {
  const query = Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `/desk/${screen}/index${query.length > 0 ? `?${query.join('&')}` : ''}`
}

export const open = (screen: DeskScreen, params?: Readonly<Record<string, string>>): void =>
  openPage(addressOf(screen, params))

/** In place of this page, so that going back skips what is done. */
export const replaceBy = (screen: DeskScreen, params?: Readonly<Record<string, string>>): void =>
  void Taro.redirectTo({ url: addressOf(screen, params) })

/** Back where one came from; a page opened from outside has no page behind it. */
export const goBack = (otherwise: DeskScreen = 'home'): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else replaceBy(otherwise)
}

/** H5 hands parameters over as they stand in the address. */
export const textOf = (parameter: string | undefined): string => {
  if (!parameter) return ''
  try {
    return decodeURIComponent(parameter)
  } catch {
    return parameter
  }
}
