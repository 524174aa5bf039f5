/** What a page shows of a failure: its words, and one way on, so that no failure is a dead end. */
import { errors, type WayOn } from '../../domain/kernel/errors'
import { toAppError } from './delivery'
import { call, goHome, goTo } from './go'
import { update } from './update'

export type Trouble = {
  readonly text: string
  readonly action: { readonly label: string; readonly onClick: () => void }
}

const labels = {
  retry: '再试一次',
  reload: '看新的',
  mend: '回去改',
  call: '打 12345 问',
  scan: '扫码',
  enterCode: '输编号',
  home: '回首页',
  agree: '看说明',
  update: '换新版',
  promises: '看我点亮的',
} as const satisfies Record<WayOn, string>

/** `again` is what trying, reloading and mending mean on this page; a page may give a way on a meaning of its own. */
export const troubleOf = (
  failure: unknown,
  again: () => void,
  ways: Partial<Record<WayOn, () => void>> = {},
): Trouble => {
  const { code, detail } = toAppError(failure)
  const { text, wayOn } = errors[code]
  const usual: Record<WayOn, () => void> = {
    retry: again,
    reload: again,
    mend: again,
    call: () => call('12345'),
    scan: goTo('/pages/worker/scan/index'),
    enterCode: goTo('/pages/worker/code/index'),
    home: goHome,
    agree: goTo('/pages/worker/consent/index'),
    update,
    promises: goTo('/wishes/promised/index'),
  }
  /** What is wrong with a file has a sentence of its own. */
  return { text: detail.fields?.file ?? text, action: { label: labels[wayOn], onClick: ways[wayOn] ?? usual[wayOn] } }
}
