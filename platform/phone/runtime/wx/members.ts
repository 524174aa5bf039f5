/** What a page or a component can do of itself: the engine's own queries know no canvas and count from the screen. */
import { caller } from '../engine'
import { fault } from '../faults'
import { createSelectorQuery } from './select'
import { type Asked, VisibilityObserver } from './visibility'

/** Fails the test that met it, by name, and does nothing. */
const lacking = (name: string) => (): void => fault('component', `this.${name} is not supported by this phone`)

Object.assign(caller, {
  createSelectorQuery(this: object) {
    return createSelectorQuery().in(this)
  },
  createIntersectionObserver(this: object, options: Asked = {}) {
    return new VisibilityObserver(this, options)
  },
  ...Object.fromEntries(
    ['animate', 'clearAnimation', 'applyAnimation', 'createMediaQueryObserver', 'setUpdatePerformanceListener'].map(
      (name) => [name, lacking(name)],
    ),
  ),
})
