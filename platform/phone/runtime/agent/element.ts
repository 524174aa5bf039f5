/** The automator's methods on one element. */
import { fire, type ge, trigger } from '../engine'
import { nativeOf } from '../natives/native'
import { topPage } from '../pages'
import {
  type Asked,
  callOf,
  isObject,
  type Method,
  NotSupported,
  objectIn,
  refuse,
  textIn,
  textsIn,
  valueAt,
} from './asked'
import { attributeOf, innerWxml, outerWxml } from './attributes'
import { callFunction } from './functions'
import { eventIn, gestureMethods, isGesture, perform } from './gestures'
import { elementIn, firstOf, handleOf } from './handles'
import { nameOf } from './reach'
import { select } from './selectors'
import { boxOf, dataOf, insidesOf, ownComponent, propertiesOf, wx } from './tree'

const found = (asked: Asked): ge.Element[] => select(insidesOf(elementIn(asked)), textIn(asked, 'selector'))

/** From the top left of the page, however far that is scrolled. */
function offsetOf(element: ge.Element): { left: number; top: number } {
  const { left, top } = boxOf(element).getBoundingClientRect()
  const scroller = boxOf(element).closest('.page-scroller') ?? topPage().scroller
  const frame = scroller.getBoundingClientRect()
  return { left: left - frame.left + scroller.scrollLeft, top: top - frame.top + scroller.scrollTop }
}

/** What the person changed stands in the native component, and not in what the app last set. */
function propertyOf(element: ge.Element, name: string): unknown {
  const native = nativeOf(element)
  if (name === 'value' && native?.value) return native.value()
  if (name === 'checked' && native?.isChecked) return native.isChecked()
  return dataOf(element)[name]
}

function publicNames(element: ge.Element): Record<string, boolean> {
  const native = nativeOf(element)
  const own = { ...(native?.value && { value: true }), ...(native?.isChecked && { checked: true }) }
  return { ...Object.fromEntries(propertiesOf(element).map((name) => [name, true])), ...own }
}

const of =
  (read: (element: ge.Element, name: string) => unknown) =>
  (asked: Asked): unknown[] => {
    const element = elementIn(asked)
    return textsIn(asked, 'names').map((name) => read(element, name))
  }
const properties = of((element, name) => (name === '__propPublic' ? publicNames(element) : propertyOf(element, name)))
const attributes = of(attributeOf)
const domProperties = of((element, name) => Reflect.get(boxOf(element), name))
const styles = of((element, name) => {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return getComputedStyle(boxOf(element)).getPropertyValue(kebab)
})

function componentIn(asked: Asked): ge.GeneralComponent {
  const element = elementIn(asked)
  const component = ownComponent(element)
  if (!component) throw new NotSupported(`${nameOf(element)} is no component of the app, and has no data of its own`)
  return component
}

/** As WeChat documents it: a handler runs, the component itself does not change, and no finger is pretended. */
function triggerEvent(asked: Asked): object {
  const type = textIn(asked, 'type')
  if (isGesture(type)) throw new NotSupported(`${type} is a finger's: touch the element instead`)
  trigger(wx(elementIn(asked)), type, isObject(asked.detail) ? asked.detail : {})
  return {}
}

async function dispatchEvent(asked: Asked): Promise<object> {
  const type = eventIn(asked)
  const element = elementIn(asked)
  if (asked.$ !== undefined) throw new NotSupported('an event goes to the element itself: find the one inside first')
  if (isGesture(type)) await perform(element, type, asked)
  else fire(wx(element), type, isObject(asked.detail) ? asked.detail : {})
  return {}
}

export const elementMethods: Readonly<Record<string, Method>> = {
  ...gestureMethods,
  'Element.getElement': (asked) => firstOf(found(asked), textIn(asked, 'selector')),
  'Element.getElements': (asked) => ({ elements: found(asked).map(handleOf) }),
  'Element.getOffset': (asked) => offsetOf(elementIn(asked)),
  'Element.getProperties': (asked) => ({ properties: properties(asked) }),
  'Element.getAttributes': (asked) => ({ attributes: attributes(asked) }),
  'Element.getDOMProperties': (asked) => ({ properties: domProperties(asked) }),
  'Element.getStyles': (asked) => ({ styles: styles(asked) }),
  'Element.getWXML': (asked) => ({ wxml: (asked.type === 'outer' ? outerWxml : innerWxml)(elementIn(asked)) }),
  'Element.triggerEvent': triggerEvent,
  'Element.dispatchEvent': dispatchEvent,
  'Element.callFunction': callFunction,
  'Element.getData': (asked) => ({ data: valueAt(componentIn(asked).data, asked.path) }),
  'Element.setData': (asked) => {
    componentIn(asked).getMethodCaller().setData(objectIn(asked, 'data'))
    return {}
  },
  'Element.callMethod': async (asked) => ({
    result: await callOf(componentIn(asked).getMethodCaller(), asked, nameOf(elementIn(asked))),
  }),
  'Element.callContextMethod': refuse('it plays no video'),
}
