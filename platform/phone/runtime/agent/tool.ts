/** What the automator asks of the developer tool itself, and of the phone's own buttons and sheets. */
import { appData } from '../app-data'
import { layer } from '../layer'
import { routes } from '../routes'
import { apiAt } from '../wx/registry'
import { type Asked, isObject, type Method, NotSupported, refuse, textIn } from './asked'

type Press = (data: Asked) => unknown

const answer =
  (sheet: string | undefined, button: string): Press =>
  () =>
    layer.answer({ ...(sheet !== undefined && { sheet }), button })

const presses: Readonly<Record<string, Press>> = {
  goHome: () => routes.reLaunch({ url: `/${appData.pages[0] ?? ''}` }),
  navigateLeft: () => routes.navigateBack(),
  switchTab: (data) => routes.switchTab({ url: textIn(data, 'url') }),
  confirmModal: answer('modal', 'confirm'),
  cancelModal: answer('modal', 'cancel'),
  authorizeAllow: answer(undefined, 'allow'),
  authorizeCancel: answer(undefined, 'refuse'),
  shareConfirm: answer('share', 'confirm'),
  shareCancel: answer('share', 'cancel'),
}

const native: Method = async (asked) => {
  const name = textIn(asked, 'method')
  const press = presses[name]
  if (!press) throw new NotSupported(`it has no ${name}`)
  await press(isObject(asked.data) ? asked.data : {})
  return {}
}

const noTickets = refuse('nobody logs in to it')

export const toolMethods: Readonly<Record<string, Method>> = {
  'Tool.getInfo': () => apiAt('getAppBaseInfo')?.(),
  'Tool.native': native,
  'Tool.enableRemoteDebug': refuse('it is no developer tool that another phone could be tied to'),
  'Tool.getTestAccounts': refuse('its people are those of the desk, each at an address of its own'),
  'Tool.stopAudits': refuse('it scores nothing'),
  'Tool.getTicket': noTickets,
  'Tool.setTicket': noTickets,
  'Tool.refreshTicket': noTickets,
}
