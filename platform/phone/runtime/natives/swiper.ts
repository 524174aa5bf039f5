/** Cards side by side, one shown at a time: by finger, by itself, or as the app says. */
import { make } from '../layer/make'
import type { Host, NativeKind } from './host'
import type { Native } from './native'
import { inside } from './tree'

type Source = '' | 'touch' | 'autoplay'

class Cards {
  private current = 0
  private readonly dots = make('div', { class: 'native-dots' })

  constructor(private readonly host: Host) {
    host.box.append(this.dots)
  }

  private get items(): HTMLElement[] {
    return inside(this.host.element, 'swiper-item').map(({ $$ }) => $$)
  }

  /** Where the cards stand; `offset` is how far a finger has moved them, in cards. */
  draw(offset = 0): void {
    const axis = this.host.isOn('vertical') ? 'Y' : 'X'
    const { items } = this
    const share = 100 / Math.max(1, this.host.number('displayMultipleItems', 1))
    items.forEach((item, at) => {
      item.style[axis === 'X' ? 'width' : 'height'] = `${share}%`
      item.style.transform = `translate${axis}(${(at - this.current + offset) * 100}%)`
    })
    this.dots.hidden = !this.host.isOn('indicatorDots')
    this.dots.replaceChildren(...items.map((_, at) => this.dot(at === this.current)))
  }

  private dot(isCurrent: boolean): HTMLElement {
    const name = isCurrent ? 'indicatorActiveColor' : 'indicatorColor'
    const made = make('i', { class: 'native-dot' })
    made.style.backgroundColor = this.host.text(name, isCurrent ? '#000000' : 'rgba(0, 0, 0, .3)')
    return made
  }

  go(wanted: number, source: Source): void {
    const { length } = this.items
    const isRound = this.host.isOn('circular') && length > 0
    const next = isRound ? (wanted + length) % length : Math.min(Math.max(wanted, 0), Math.max(0, length - 1))
    const isNew = next !== this.current
    this.current = next
    this.draw()
    if (!isNew) return
    const currentItemId = this.items[next]?.getAttribute('item-id') ?? ''
    this.host.emit('change', { current: next, currentItemId, source })
    this.host.emit('animationfinish', { current: next, currentItemId, source })
  }

  /** As the app says: nothing is told of it but the change itself. */
  place(at: number): void {
    this.go(at, '')
  }

  step(by: number, source: Source): void {
    this.go(this.current + by, source)
  }
}

function watchFinger(host: Host, cards: Cards): void {
  let from: PointerEvent | undefined
  const shareOf = (event: PointerEvent): number => {
    if (!from) return 0
    const { width, height } = host.box.getBoundingClientRect()
    return host.isOn('vertical') ? (event.clientY - from.clientY) / height : (event.clientX - from.clientX) / width
  }
  host.box.addEventListener('pointerdown', (event) => {
    from = event
  })
  host.box.addEventListener('pointermove', (event) => {
    if (from) cards.draw(shareOf(event))
  })
  const release = (event: PointerEvent): void => {
    const share = shareOf(event)
    from = undefined
    cards.step(Math.abs(share) < 0.2 ? 0 : -Math.sign(share), 'touch')
  }
  host.box.addEventListener('pointerup', release)
  host.box.addEventListener('pointercancel', release)
}

function watchAutoplay(host: Host, cards: Cards): void {
  let timer: ReturnType<typeof setInterval> | undefined
  host.follow(['autoplay', 'interval'], () => {
    clearInterval(timer)
    if (host.isOn('autoplay')) timer = setInterval(() => cards.step(1, 'autoplay'), host.number('interval', 5000))
  })
  host.onEnd(() => clearInterval(timer))
}

function makeSwiper(host: Host): Native {
  const cards = new Cards(host)
  host.follow(['current'], () => requestAnimationFrame(() => cards.place(host.number('current', 0))))
  host.follow(['vertical', 'indicatorDots', 'indicatorColor', 'indicatorActiveColor', 'displayMultipleItems'], () =>
    requestAnimationFrame(() => cards.draw()),
  )
  host.follow(['duration'], () => host.box.style.setProperty('--swiper-ms', `${host.number('duration', 500)}ms`))
  const watcher = new MutationObserver(() => cards.draw())
  watcher.observe(host.box, { childList: true })
  host.onEnd(() => watcher.disconnect())
  host.reflect('vertical')
  watchFinger(host, cards)
  watchAutoplay(host, cards)
  return { swipeTo: (index) => cards.go(index, 'touch') }
}

export const swiper: NativeKind = {
  supports: [
    ...['current', 'autoplay', 'interval', 'duration', 'circular', 'vertical', 'indicatorDots', 'indicatorColor'],
    ...['indicatorActiveColor', 'displayMultipleItems', 'easingFunction', 'scrollWithAnimation', 'cacheExtent'],
  ],
  harmless: {
    layoutType: 'normal',
    transformerType: 'scaleAndFade',
    indicatorType: 'normal',
    indicatorMargin: 10,
    indicatorSpacing: 4,
    indicatorRadius: 4,
    indicatorWidth: 8,
    indicatorHeight: 8,
    indicatorAlignment: 'auto',
    indicatorOffset: [0, 0],
    previousMargin: '0px',
    nextMargin: '0px',
  },
  make: makeSwiper,
}

export const swiperItem: NativeKind = {
  supports: ['itemId', 'skipHiddenItemLayout'],
  make: (host) => {
    host.reflect('itemId', 'item-id')
    return {}
  },
}
