/** What an app may show for a moment: toasts, questions, the bar above and the tabs below. */
import { appData } from '../app-data'
import { askAction, askModal } from '../layer/modal'
import { hideToast, showToast, type ToastIcon } from '../layer/toast'
import { redrawBar, topPage } from '../pages'
import { sourceOf } from './addresses'
import { ApiFailure, asyncApis, cancelled, needed, numberIn, type Options, textIn, textsIn } from './define'
import { register } from './registry'

const ICONS: readonly string[] = ['success', 'error', 'loading', 'none']
const isIcon = (text: string): text is ToastIcon => ICONS.includes(text)

async function toast(options: Options): Promise<void> {
  const icon = textIn(options, 'icon', 'success')
  if (!isIcon(icon)) throw new ApiFailure(`parameter error: parameter.icon "${icon}" is invalid`)
  const source = textIn(options, 'image')
  const image = source === '' ? undefined : await sourceOf(source)
  showToast({
    title: needed(options, 'title'),
    icon,
    ...(image !== undefined && { image }),
    hasMask: options.mask === true,
    durationMs: numberIn(options, 'duration', 1500),
  })
}

const loading = (options: Options): void =>
  showToast({ title: textIn(options, 'title'), icon: 'loading', hasMask: options.mask === true })

const LONGEST_BUTTON = 4

async function modal(options: Options): Promise<object> {
  const [confirmText, cancelText] = [textIn(options, 'confirmText', '确定'), textIn(options, 'cancelText', '取消')]
  for (const [name, words] of Object.entries({ confirmText, cancelText }))
    if (words.length > LONGEST_BUTTON)
      throw new ApiFailure(`${name} length should not larger than 4 Chinese characters`)
  const isEditable = options.editable === true
  const { isConfirmed, text } = await askModal({
    title: textIn(options, 'title'),
    content: textIn(options, 'content'),
    confirmText,
    ...(options.showCancel !== false && { cancelText }),
    placeholder: textIn(options, 'placeholderText'),
    isEditable,
  })
  return { confirm: isConfirmed, cancel: !isConfirmed, ...(isEditable && isConfirmed && { content: text }) }
}

const MOST_ACTIONS = 6

async function actionSheet(options: Options): Promise<object> {
  const rows = textsIn(options, 'itemList')
  if (rows.length === 0) throw new ApiFailure('parameter error: itemList should not be empty')
  if (rows.length > MOST_ACTIONS) throw new ApiFailure('parameter error: itemList should not be large than 6')
  const color = textIn(options, 'itemColor')
  const tapIndex = await askAction(rows, textIn(options, 'alertText'), color === '' ? undefined : color)
  if (tapIndex === undefined) throw cancelled()
  return { tapIndex }
}

function setBar(change: Partial<ReturnType<typeof topPage>['bar']>): void {
  Object.assign(topPage().bar, change)
  redrawBar()
}

function colourBar(options: Options): void {
  const front = needed(options, 'frontColor')
  if (front !== '#ffffff' && front !== '#000000') throw new ApiFailure('invalid frontColor')
  setBar({ background: needed(options, 'backgroundColor'), front: front === '#000000' ? 'black' : 'white' })
}

/** The app draws its own tabs or has none: there is no bar of WeChat's to change. */
function onTabs(): void {
  if (appData.appJson.tabBar === undefined) throw new ApiFailure('not TabBar page')
}

const TAB_CALLS = [
  ...['showTabBar', 'hideTabBar', 'setTabBarItem', 'setTabBarStyle', 'setTabBarBadge', 'removeTabBarBadge'],
  ...['showTabBarRedDot', 'hideTabBarRedDot'],
]

register({
  ...asyncApis({
    showToast: toast,
    hideToast,
    showLoading: loading,
    hideLoading: hideToast,
    showModal: modal,
    showActionSheet: actionSheet,
    setNavigationBarTitle: (options) => setBar({ title: needed(options, 'title') }),
    setNavigationBarColor: colourBar,
    showNavigationBarLoading: () => undefined,
    hideNavigationBarLoading: () => undefined,
    hideHomeButton: () => undefined,
    setBackgroundColor: (options) => {
      topPage().scroller.style.backgroundColor = textIn(options, 'backgroundColor')
    },
    setBackgroundTextStyle: () => undefined,
    ...Object.fromEntries(TAB_CALLS.map((name) => [name, onTabs])),
  }),
})
