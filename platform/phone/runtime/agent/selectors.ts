/** The selectors an automator knows: tag, .class, #id, [attribute], descendant, >, `,`, and >>> into components. */
import type { ge } from '../engine'
import { attributeOf, mirror } from './attributes'
import {
  composedAncestors,
  composedDescendants,
  inOrder,
  ownAncestors,
  ownDescendants,
  ownParent,
  tagName,
} from './tree'

type Combinator = ' ' | '>' | '>>>'
type Test = (element: ge.Element) => boolean

interface Step {
  combinator: Combinator
  tests: Test[]
}

const PART =
  /^(?:(\*)|([a-zA-Z][\w-]*)|#([\w:\u0080-\uffff-]+)|\.([\w\u0080-\uffff-]+)|\[\s*([\w-]+)\s*(?:([*^$]?=)\s*("[^"]*"|'[^']*'|[^\]]*)\s*)?\])/
const BETWEEN = /^\s*(>>>|>)\s*|^\s+/

const compare: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '*=': (value, wanted) => value.includes(wanted),
  '^=': (value, wanted) => value.startsWith(wanted),
  '$=': (value, wanted) => value.endsWith(wanted),
}

function attributeTest(name: string, relation: string | undefined, quoted: string): Test {
  const wanted = quoted.trim().replace(/^(["'])(.*)\1$/, '$2')
  return (element) => {
    const value = attributeOf(element, name)
    return value !== null && (relation === undefined || compare[relation]?.(value, wanted) === true)
  }
}

function testOf([, any, tag, id, name, attribute, relation, value = '']: RegExpExecArray): Test {
  if (any !== undefined) return () => true
  if (tag !== undefined) return (element) => tagName(element) === tag.toLowerCase()
  if (id !== undefined) return (element) => element.id === id
  if (name !== undefined) return (element) => element.classList?.contains(name) === true
  return attributeTest(attribute ?? '', relation, value)
}

function stepsOf(alternative: string): Step[] {
  const steps: Step[] = []
  let rest = alternative.trim()
  const refused = (): Error =>
    new Error(`the selector "${alternative.trim()}" is not one this phone knows, from "${rest}" on`)
  while (rest !== '') {
    const between = BETWEEN.exec(rest)
    const sign = between?.[1]
    const combinator = sign === '>' || sign === '>>>' ? sign : ' '
    rest = rest.slice(between?.[0].length ?? 0)
    const tests: Test[] = []
    for (let part = PART.exec(rest); part; part = PART.exec(rest)) {
      tests.push(testOf(part))
      rest = rest.slice(part[0].length)
    }
    if (tests.length === 0) throw refused()
    steps.push({ combinator, tests })
  }
  if (steps.length === 0) throw new Error('the selector is empty')
  return steps
}

/** From its last step back to its first. */
function reaches(element: ge.Element, steps: readonly Step[], root: ge.Element): boolean {
  const step = steps.at(-1)
  if (!step?.tests.every((test) => test(element))) return false
  const before = steps.slice(0, -1)
  if (before.length === 0) return step.combinator !== '>' || (ownParent(element) ?? root) === root
  if (step.combinator === '>') {
    const parent = ownParent(element)
    return parent !== undefined && reaches(parent, before, root)
  }
  const above = step.combinator === '>>>' ? composedAncestors(element) : ownAncestors(element)
  return [...above].some((ancestor) => reaches(ancestor, before, root))
}

/** Commas inside an attribute's quotes part nothing. */
const alternatives = (selector: string): string[] => selector.match(/(?:"[^"]*"|'[^']*'|[^,])+/g) ?? ['']

export function select(root: ge.Element, selector: string): ge.Element[] {
  const found = alternatives(selector).flatMap((alternative) => {
    const steps = stepsOf(alternative)
    const within = steps.some(({ combinator }) => combinator === '>>>')
      ? composedDescendants(root)
      : ownDescendants(root)
    return [...within].filter((element) => reaches(element, steps, root))
  })
  return inOrder(found)
}

/** XPath sees the whole page, components and all, as one XML document. */
export function selectByXpath(page: ge.Element, path: string): ge.Element[] {
  const xml = document.implementation.createDocument(null, null)
  const elements = new Map<Node, ge.Element>()
  xml.append(mirror(page, xml, elements))
  const found = xml.evaluate(path, xml, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE)
  return Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index)).flatMap((node) => {
    const element = node === null ? undefined : elements.get(node)
    return element ? [element] : []
  })
}
