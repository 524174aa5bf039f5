/** A box that scrolls inside the page, says when it is near an end, and can be pulled down to read again. */
import type { Host, NativeKind } from './host'
import type { Native } from './native'

function watchDirections(host: Host): void {
  const { box } = host
  host.follow(['scrollX', 'scrollY', 'enableFlex', 'showScrollbar'], () => {
    box.style.overflowX = host.isOn('scrollX') ? 'auto' : 'hidden'
    box.style.overflowY = host.isOn('scrollY') ? 'auto' : 'hidden'
    box.toggleAttribute('flex', host.isOn('enableFlex'))
    box.toggleAttribute('no-bar', host.read('showScrollbar') === false)
  })
}

function watchPosition(host: Host): void {
  const { box } = host
  const behavior = (): ScrollBehavior => (host.isOn('scrollWithAnimation') ? 'smooth' : 'instant')
  const afterDrawn = (run: () => void): number => requestAnimationFrame(run)
  host.follow(['scrollTop'], () => {
    if (host.text('scrollTop') !== '' || host.read('scrollTop') === 0)
      afterDrawn(() => box.scrollTo({ top: host.number('scrollTop', 0), behavior: behavior() }))
  })
  host.follow(['scrollLeft'], () => {
    if (host.text('scrollLeft') !== '' || host.read('scrollLeft') === 0)
      afterDrawn(() => box.scrollTo({ left: host.number('scrollLeft', 0), behavior: behavior() }))
  })
  host.follow(['scrollIntoView'], () => {
    const id = host.text('scrollIntoView')
    if (id === '') return
    const block = host.text('scrollIntoViewAlignment') === 'center' ? 'center' : 'start'
    afterDrawn(() => box.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView({ block, behavior: behavior() }))
  })
}

function tellScrolling(host: Host): void {
  const { box } = host
  let [lastTop, lastLeft] = [0, 0]
  /** How long it was when it was told to be near that end: longer, it has another one. */
  const near = { top: 0, bottom: -1, left: 0, right: -1 }
  const tell = (side: keyof typeof near, isNear: boolean, length: number): void => {
    const isNew = isNear && near[side] !== length
    near[side] = isNear ? length : -1
    if (isNew) host.emit(length === 0 ? 'scrolltoupper' : 'scrolltolower', { direction: side })
  }
  box.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = box
    const delta = { deltaX: lastLeft - scrollLeft, deltaY: lastTop - scrollTop }
    host.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, ...delta })
    ;[lastTop, lastLeft] = [scrollTop, scrollLeft]
    const [upper, lower] = [host.number('upperThreshold', 50), host.number('lowerThreshold', 50)]
    if (host.isOn('scrollY')) {
      tell('top', scrollTop <= upper, 0)
      tell('bottom', scrollHeight - scrollTop - clientHeight <= lower, scrollHeight)
    }
    if (host.isOn('scrollX')) {
      tell('left', scrollLeft <= upper, 0)
      tell('right', scrollWidth - scrollLeft - clientWidth <= lower, scrollWidth)
    }
  })
  box.addEventListener('scrollend', () => host.emit('scrollend'))
}

/** Pulled down from the top: told while it is pulled, and again when the app says that it has read. */
function watchRefresher(host: Host): void {
  const { box } = host
  let from: number | undefined
  let pulled = 0
  let isRefreshing = false
  box.addEventListener('pointerdown', ({ clientY }) => {
    from = host.isOn('refresherEnabled') && box.scrollTop === 0 ? clientY : undefined
  })
  box.addEventListener('pointermove', ({ clientY }) => {
    if (from === undefined || clientY <= from) return
    pulled = clientY - from
    host.emit('refresherpulling', { dy: pulled })
  })
  const release = (): void => {
    if (from === undefined || pulled === 0) return
    const isEnough = pulled >= host.number('refresherThreshold', 45)
    host.emit(isEnough ? 'refresherrefresh' : 'refresherabort', { dy: pulled })
    isRefreshing = isEnough
    from = undefined
    pulled = 0
  }
  box.addEventListener('pointerup', release)
  box.addEventListener('pointercancel', release)
  host.follow(['refresherTriggered'], () => {
    const isTriggered = host.isOn('refresherTriggered')
    box.toggleAttribute('refreshing', isTriggered)
    if (isTriggered && !isRefreshing) host.emit('refresherrefresh', { dy: 0 })
    if (!isTriggered && isRefreshing) host.emit('refresherrestore', { dy: 0 })
    isRefreshing = isTriggered
  })
}

function makeScrollView(host: Host): Native {
  watchDirections(host)
  watchPosition(host)
  tellScrolling(host)
  watchRefresher(host)
  return {
    scrollTo: (left, top) => host.box.scrollTo({ left, top, behavior: 'instant' }),
    node: () => host.box,
  }
}

export const scrollView: NativeKind = {
  supports: [
    ...['scrollX', 'scrollY', 'upperThreshold', 'lowerThreshold', 'scrollTop', 'scrollLeft', 'scrollIntoView'],
    ...['scrollIntoViewAlignment', 'scrollWithAnimation', 'enableFlex', 'showScrollbar', 'enhanced', 'bounces'],
    ...['refresherEnabled', 'refresherThreshold', 'refresherTriggered', 'refresherDefaultStyle', 'refresherBackground'],
    ...['enableBackToTop', 'enablePassive', 'fastDeceleration', 'scrollAnchoring', 'cacheExtent', 'minDragDistance'],
  ],
  harmless: {
    type: 'list',
    clip: true,
    padding: [0, 0, 0, 0],
    refresherTwoLevelThreshold: 150,
    refresherTwoLevelCloseThreshold: 80,
  },
  make: makeScrollView,
}
