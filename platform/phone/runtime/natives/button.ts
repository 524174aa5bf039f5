/** A button, with what only WeChat's own can do: a phone number, sharing, settings, the privacy guide. */
import { fire } from '../engine'
import { getPhoneNumber } from '../wx/phone-number'
import { agreeToPrivacy } from '../wx/privacy'
import { openSettings } from '../wx/settings'
import { sharePage } from '../wx/share'
import { watchDisabled } from './aria'
import { resetForm, submitForm } from './form'
import { type Host, type NativeKind, refuse } from './host'
import { HOVER, watchHover } from './hover'
import { closest } from './tree'

/** Each does what WeChat does at a tap, and names the event that tells how it ended. */
const OPENERS: Record<string, (host: Host) => Promise<[event: string, detail: object] | undefined>> = {
  getPhoneNumber: async () => ['getphonenumber', await getPhoneNumber('getPhoneNumber')],
  getRealtimePhoneNumber: async () => ['getrealtimephonenumber', await getPhoneNumber('getRealtimePhoneNumber')],
  share: async (host) => {
    await sharePage('button', { id: host.box.id, dataset: { ...host.element.dataset } })
    return undefined
  },
  openSetting: async () => ['opensetting', { errMsg: 'openSetting:ok', authSetting: await openSettings() }],
  agreePrivacyAuthorization: async (host) => {
    agreeToPrivacy(host.box.id)
    return ['agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' }]
  },
}

/** An open type of two halves does both, the agreement first. */
async function openWith(host: Host): Promise<void> {
  for (const name of host.text('openType').split('|').reverse()) {
    const opener = OPENERS[name]
    if (!opener) refuse('button', `open-type="${name}"`)
    const told = await opener?.(host)
    if (told) host.emit(...told)
  }
}

function watchForm(host: Host): void {
  host.on('tap', () => {
    const form = closest(host.element, 'form')
    const type = host.text('formType')
    if (form && type === 'submit') submitForm(form, { id: host.box.id, dataset: { ...host.element.dataset } })
    if (form && type === 'reset') resetForm(form)
  })
}

export const button: NativeKind = {
  supports: [
    ...HOVER,
    ...['size', 'type', 'plain', 'disabled', 'loading', 'formType', 'openType', 'name', 'lang', 'id'],
    ...['sessionFrom', 'sendMessageTitle', 'sendMessagePath', 'sendMessageImg', 'showMessageCard', 'appParameter'],
    'businessId',
  ],
  make: (host) => {
    for (const name of ['size', 'type', 'plain', 'loading']) host.reflect(name)
    watchDisabled(host)
    watchHover(host, { startMs: 20, stayMs: 70, ownClass: 'button-hover' })
    const swallow = (event: { stopPropagation(): void }): void => {
      if (host.isOn('disabled')) event.stopPropagation()
    }
    host.on('tap', swallow, true)
    watchForm(host)
    host.on('tap', () => {
      if (host.text('openType') !== '') void openWith(host)
    })
    return {
      isDisabled: () => host.isOn('disabled'),
      press: () => void fire(host.element, 'tap'),
    }
  },
}
