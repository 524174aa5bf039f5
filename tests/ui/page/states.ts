/** Whether a state is told by more than its hue: by a word, a mark, a weight or an edge. Seen in grey, nothing is lost. */
import { nameOf, seen } from './seen'

const wordsIn = (element: Element): string => (element.textContent ?? '').trim()
const hasMark = (element: Element): boolean => element.querySelector('.nh-icon') !== null

/** What each kind of state has to carry besides its colour. */
const carried: readonly {
  readonly kind: string
  readonly wants: string
  readonly is: (element: Element) => boolean
}[] = [
  { kind: '.nh-tag', wants: 'a word', is: (tag) => wordsIn(tag) !== '' },
  { kind: '.nh-tag:not(.nh-tag--plain)', wants: 'a mark', is: hasMark },
  { kind: '.nh-notice', wants: 'a mark and words', is: (notice) => hasMark(notice) && wordsIn(notice) !== '' },
  { kind: '.nh-rule', wants: 'a mark', is: hasMark },
  { kind: '.nh-question--error,.nh-row--error', wants: 'the word 要改', is: (at) => wordsIn(at).includes('要改') },
  { kind: '.nh-work--late .nh-work__due', wants: 'words', is: (due) => wordsIn(due) !== '' },
  { kind: '[role="switch"]', wants: 'the word for on or off', is: (one) => /开着|没开/.test(wordsIn(one)) },
]

const bare = (): string[] =>
  carried.flatMap(({ kind, wants, is }) =>
    seen(kind).flatMap((element) =>
      is(element) ? [] : [`told by colour alone, without ${wants}: ${nameOf(element)}`],
    ),
  )

const geometryOf = (shadow: string): string => shadow.replace(/rgba?\([^)]*\)/g, '')

/** What is left of an element's looks when its colours and its words are taken away. */
function shapeOf(element: Element): string {
  const { borderTopWidth, boxShadow } = getComputedStyle(element)
  const before = getComputedStyle(element, '::before')
  const weights = [element, ...element.querySelectorAll('*')].map((part) => getComputedStyle(part).fontWeight)
  const drawn = before.content === 'none' ? '' : `${before.width}×${before.height}`
  const heaviest = Math.max(...weights.map(Number))
  return [element.querySelectorAll('.nh-icon').length, heaviest, borderTopWidth, geometryOf(boxShadow), drawn].join(' ')
}

const parentsOf = (parts: readonly Element[]): Element[] => [
  ...new Set(parts.flatMap((part) => (part.parentElement ? [part.parentElement] : []))),
]

/** The chosen one of a group stands out from each of the others. */
function lost(chosen: string, choices: string): string[] {
  return parentsOf(seen(chosen)).flatMap((group) => {
    const within = [...group.children].filter((child) => child.matches(choices))
    const others = within.filter((child) => !child.matches(chosen)).map(shapeOf)
    return within
      .filter((child) => child.matches(chosen) && others.includes(shapeOf(child)))
      .map((child) => `chosen by colour alone: ${nameOf(child)}`)
  })
}

export const tellsApart = (): string[] => [
  ...bare(),
  ...lost('[aria-checked="true"]', '[aria-checked]'),
  ...lost('.nh-tab--on', '.nh-tab'),
]
