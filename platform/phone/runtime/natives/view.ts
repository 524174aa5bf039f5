/** Boxes and words: view, text, cover-view, and the tags that only stand for something around them. */

import type { Host, NativeKind } from './host'
import { HOVER, watchHover } from './hover'
import type { Native } from './native'

const hovering = (host: Host): Native => {
  watchHover(host, { startMs: 50, stayMs: 400 })
  return {}
}

export const view: NativeKind = { make: hovering, supports: HOVER }
export const coverView: NativeKind = { make: () => ({}), supports: ['scrollTop'] }

const SPACES: Record<string, string> = { nbsp: '0', ensp: '0.5em', emsp: '1em' }

export const text: NativeKind = {
  supports: ['selectable', 'userSelect', 'space', 'overflow', 'maxLines'],
  make: (host) => {
    const { style } = host.box
    host.follow(['selectable', 'userSelect'], () => {
      const isSelectable = host.isOn('selectable') || host.isOn('userSelect')
      host.box.toggleAttribute('selectable', isSelectable)
      if (host.isOn('userSelect')) style.display = 'inline-block'
    })
    host.follow(['space'], () => {
      const width = SPACES[host.text('space')]
      style.whiteSpace = width === undefined ? '' : 'pre-wrap'
      style.wordSpacing = width === undefined ? '' : width
    })
    host.follow(['maxLines', 'overflow'], () => {
      const lines = host.number('maxLines', 0)
      host.box.toggleAttribute('clamped', lines > 0)
      style.webkitLineClamp = lines > 0 ? String(lines) : ''
      style.textOverflow = host.text('overflow') === 'clip' ? 'clip' : ''
    })
    return {}
  },
}

/** Its content escapes whatever clips around it; nothing in a page here clips what is fixed. */
export const rootPortal: NativeKind = { make: () => ({}), harmless: { enable: true } }

/** Shown only while the screen is as it says. */
export const matchMedia: NativeKind = {
  supports: ['minWidth', 'maxWidth', 'width', 'minHeight', 'maxHeight', 'height', 'orientation'],
  make: (host) => {
    const names = ['minWidth', 'maxWidth', 'width', 'minHeight', 'maxHeight', 'height', 'orientation']
    const conditions = (): string =>
      names
        .filter((name) => host.text(name) !== '')
        .map((name) => {
          const feature = name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)
          return `(${feature}: ${name === 'orientation' ? host.text(name) : `${host.number(name, 0)}px`})`
        })
        .join(' and ')
    const look = (): void => {
      host.box.hidden = !globalThis.matchMedia(conditions() || 'all').matches
    }
    host.follow(names, look)
    addEventListener('resize', look)
    host.onEnd(() => removeEventListener('resize', look))
    return {}
  },
}

/** Styles of the page it stands in. */
export const pageMeta: NativeKind = {
  supports: ['pageStyle', 'rootFontSize', 'backgroundColor', 'rootBackgroundColor'],
  make: (host) => {
    const page = (): HTMLElement | null => host.box.closest<HTMLElement>('.page-scroller')
    const dress = (): void => {
      const scroller = page()
      if (!scroller) return
      scroller.style.cssText = host.text('pageStyle')
      const background = host.text('rootBackgroundColor', host.text('backgroundColor'))
      const own = { fontSize: host.text('rootFontSize'), backgroundColor: background }
      for (const [name, value] of Object.entries(own))
        if (value !== '') Object.assign(scroller.style, { [name]: value })
    }
    host.follow(['pageStyle', 'rootFontSize', 'backgroundColor', 'rootBackgroundColor'], dress)
    return {}
  },
}

/** What this phone has no part for is a grey box that says what would be there. */
export const grey: NativeKind = {
  make: (host) => {
    host.box.dataset.grey = `${host.tag} ${host.text('src')}`.trim()
    return {}
  },
  supports: ['src'],
}
