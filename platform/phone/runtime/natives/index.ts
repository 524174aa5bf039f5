/** Every native tag the app's WXML uses becomes a component of its own. */

import { nativeName, space, type WxElement } from '../engine'
import { fault } from '../faults'
import { knowComponents } from '../wx/registry'
import { ariaNames, watchAria } from './aria'
import { button } from './button'
import { canvas } from './canvas'
import { checkbox, checkboxGroup, radio, radioGroup, roleOf, switchKind } from './choices'
import { form, label } from './form'
import { Host, type NativeKind, watchUnsupported } from './host'
import { icon } from './icon'
import { coverImage, image } from './image'
import { input } from './input'
import { keepNative, nativeOf } from './native'
import { navigator } from './navigator'
import { picker } from './picker'
import { pickerView, pickerViewColumn } from './picker-view'
import { richText } from './rich-text'
import { scrollView } from './scroll-view'
import { progress, slider } from './slider'
import { swiper, swiperItem } from './swiper'
import { textarea } from './textarea'
import { coverView, grey, matchMedia, pageMeta, rootPortal, text, view } from './view'

export type { Native } from './native'
export { nativeOf }

const KINDS: Readonly<Record<string, NativeKind>> = {
  view,
  text,
  button,
  input,
  textarea,
  form,
  label,
  checkbox,
  'checkbox-group': checkboxGroup,
  radio,
  'radio-group': radioGroup,
  switch: switchKind,
  slider,
  progress,
  picker,
  'picker-view': pickerView,
  'picker-view-column': pickerViewColumn,
  'scroll-view': scrollView,
  swiper,
  'swiper-item': swiperItem,
  image,
  icon,
  'rich-text': richText,
  navigator,
  canvas,
  'cover-view': coverView,
  'cover-image': coverImage,
  'root-portal': rootPortal,
  'page-meta': pageMeta,
  'match-media': matchMedia,
  'web-view': grey,
  video: grey,
  map: grey,
  camera: grey,
}

const hosts = new WeakMap<object, Host>()

/** Whatever it is, it can be hidden, and says to a screen reader what the app gave it. */
function wake(element: WxElement, tag: string, names: readonly string[], kind: NativeKind): void {
  const host = new Host(element, tag)
  hosts.set(element, host)
  host.follow(['hidden'], () => {
    element.$$.hidden = host.isOn('hidden')
  })
  keepNative(element, kind.make(host))
  watchAria(host, names, roleOf(tag))
  const common = ['hidden', 'enableWebRenderer', ...ariaNames(names)]
  watchUnsupported(host, names, { ...kind, supports: [...(kind.supports ?? []), ...common] })
}

function unknown(tag: string): NativeKind {
  return {
    make: (host) => {
      fault('component', `<${tag}> is not supported by this phone`)
      return grey.make(host)
    },
  }
}

/** In `names`, what the app's templates give this tag anywhere. */
function install(tag: string, names: readonly string[]): void {
  const kind = KINDS[tag] ?? unknown(tag)
  const changed = (name: string) =>
    function (this: object): void {
      hosts.get(this)?.changed(name)
    }
  const components = space.getComponentSpace()
  const definition = components.defineComponent({
    is: nativeName(tag),
    properties: Object.fromEntries(names.map((name) => [name, null])),
    observers: Object.fromEntries(names.map((name) => [name, changed(name)])),
    lifetimes: {
      attached(this: object) {
        const host = hosts.get(this)
        if (host) host.resume()
        else wake(this as WxElement, tag, names, kind)
      },
      detached(this: object) {
        hosts.get(this)?.end()
      },
    },
  } as never)
  components.setGlobalUsingComponent(tag, definition.general())
}

/** By tag, the properties it is given somewhere. */
export function installNatives(tags: Readonly<Record<string, readonly string[]>>): void {
  for (const [tag, names] of Object.entries(tags)) install(tag, names)
  knowComponents(Object.fromEntries(Object.entries(KINDS).map(([tag, { supports = [] }]) => [tag, supports])))
}
