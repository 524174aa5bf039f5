/** Makes the elements the phone itself draws; their classes begin with wx-, so that no app's sheet means them. */

type Child = Node | string | undefined

interface Given {
  class?: string
  role?: string
  label?: string
  press?: () => void
}

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  given: Given = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (given.class !== undefined) made.className = given.class.replace(/\S+/g, 'wx-$&')
  if (given.role !== undefined) made.setAttribute('role', given.role)
  if (given.label !== undefined) made.setAttribute('aria-label', given.label)
  if (given.press) made.addEventListener('click', given.press)
  made.append(...children.filter((child) => child !== undefined))
  return made
}

export function pressable(
  words: string,
  className: string,
  press: () => void,
  ...children: Child[]
): HTMLButtonElement {
  const made = make('button', { class: className, press }, ...children, words)
  made.type = 'button'
  return made
}

/** The element everything above the app is drawn in. */
export const layerElement = (): HTMLElement => {
  const found = document.getElementById('wx-layer')
  if (!found) throw new Error('the frame has no #wx-layer')
  return found
}
