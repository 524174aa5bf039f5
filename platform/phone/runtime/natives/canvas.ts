/** A canvas of type 2d: the browser's own behind it, with the touches of a finger that draws. */
import { make } from '../layer/make'
import { frameOf } from '../pages'
import { type Happened, type Host, type NativeKind, refuse } from './host'
import type { Native } from './native'

const isTouch = (value: unknown): value is { clientX: number; clientY: number } =>
  typeof value === 'object' && value !== null && 'clientX' in value && 'clientY' in value

/** On a canvas a touch says where on the canvas it is. */
function placeTouches(host: Host, event: Happened): void {
  const [own, frame] = [host.box.getBoundingClientRect(), frameOf(host.box)]
  const [left, top] = [own.left - frame.left, own.top - frame.top]
  for (const list of [event.touches, event.changedTouches])
    for (const one of Array.isArray(list) ? list : [])
      if (isTouch(one)) Object.assign(one, { x: one.clientX - left, y: one.clientY - top })
}

/** What WeChat's canvas makes beside drawing. */
function equip(canvas: HTMLCanvasElement): void {
  Object.assign(canvas, {
    createImage: () => new Image(),
    createPath2D: (path?: Path2D) => new Path2D(path),
    createImageData: (width: number, height: number) => new ImageData(width, height),
    requestAnimationFrame: (draw: FrameRequestCallback) => requestAnimationFrame(draw),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  })
}

function makeCanvas(host: Host): Native {
  const canvas = make('canvas', { class: 'native-canvas' })
  canvas.width = 300
  canvas.height = 150
  equip(canvas)
  host.box.prepend(canvas)
  host.follow(['type'], () => {
    const type = host.text('type')
    if (type !== '2d') refuse('canvas', `type="${type}"`)
  })
  host.reflect('disableScroll', 'disable-scroll')
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel', 'longpress', 'tap'])
    host.on(type, (event) => placeTouches(host, event), true)
  return { node: () => canvas }
}

export const canvas: NativeKind = { supports: ['type', 'canvasId', 'disableScroll', 'hidpi'], make: makeCanvas }
