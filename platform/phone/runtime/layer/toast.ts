/** A few words over the app that go by themselves, and the wheel that says something is under way. */
import { layerElement, make } from './make'

export type ToastIcon = 'success' | 'error' | 'loading' | 'none'

export interface Toast {
  title: string
  icon: ToastIcon
  /** An address of a picture in place of the icon. */
  image?: string
  /** Nothing behind it can be pressed. */
  hasMask: boolean
  /** Stays until it is hidden when undefined. */
  durationMs?: number
}

export const toasts: string[] = []

let shown: { element: HTMLElement; title: string; timer?: ReturnType<typeof setTimeout> } | undefined

export const shownToast = (): string | undefined => shown?.title

export function hideToast(): void {
  clearTimeout(shown?.timer)
  shown?.element.remove()
  shown = undefined
}

function iconOf({ icon, image }: Toast): HTMLElement | undefined {
  if (image !== undefined) {
    const picture = make('img', { class: 'toast-icon' })
    picture.src = image
    picture.alt = ''
    return picture
  }
  return icon === 'none' ? undefined : make('i', { class: `toast-icon toast-icon-${icon}` })
}

export function showToast(toast: Toast): void {
  hideToast()
  const { title, hasMask, durationMs } = toast
  const words = make('div', { class: 'toast', role: 'status' }, iconOf(toast), make('span', {}, title))
  const element = make('div', { class: hasMask ? 'toast-cover toast-mask' : 'toast-cover' }, words)
  layerElement().append(element)
  toasts.push(title)
  shown = { element, title }
  if (durationMs !== undefined) shown.timer = setTimeout(hideToast, durationMs)
}
