/** Finds native components around and inside one another. */
import { elementOf, tagOf, type WxElement } from '../engine'

export function closest(element: WxElement, tag: string): WxElement | undefined {
  const found = element.$$.parentElement?.closest(`wx-${tag}`)
  return found ? elementOf(found) : undefined
}

export const inside = (element: WxElement, ...tags: string[]): WxElement[] =>
  [...element.$$.querySelectorAll(tags.map((tag) => `wx-${tag}`).join(','))].flatMap((node) => {
    const found = elementOf(node)
    return found && tags.includes(tagOf(found)) ? [found] : []
  })
