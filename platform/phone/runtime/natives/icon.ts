/** WeChat's own small pictures. */
import type { NativeKind } from './host'
import { refuse } from './host'

const SIGNS: Record<string, [sign: string, color: string]> = {
  success: ['✓', '#09bb07'],
  success_no_circle: ['✓', '#09bb07'],
  info: ['i', '#10aeff'],
  warn: ['!', '#f76260'],
  waiting: ['…', '#10aeff'],
  cancel: ['×', '#f43530'],
  download: ['↓', '#09bb07'],
  search: ['⌕', '#b2b2b2'],
  clear: ['×', '#b2b2b2'],
}

export const icon: NativeKind = {
  supports: ['type', 'size', 'color'],
  make: (host) => {
    host.follow(['type', 'size', 'color'], () => {
      const type = host.text('type')
      const [sign, color] = SIGNS[type] ?? ['', '']
      if (sign === '') refuse('icon', `type="${type}"`)
      const size = host.number('size', 23)
      Object.assign(host.box.style, { width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.7}px` })
      host.box.dataset.sign = sign
      host.box.toggleAttribute('bare', type === 'success_no_circle' || type === 'search')
      host.box.style.setProperty('--icon', host.text('color', color))
    })
    return {}
  },
}
