/** Which wx calls this phone has, what stands in for one in a test, and what `canIUse` answers. */

export const apis: Record<string, unknown> = {}

export const register = (group: Record<string, unknown>): void => void Object.assign(apis, group)

type Call = (...given: unknown[]) => unknown

const originals = new Map<string, unknown>()

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** `cloud.callFunction` lies one level below. */
function placeOf(path: string): [Record<string, unknown>, string] {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let place: Record<string, unknown> = apis
  for (const step of steps) {
    const next = place[step]
    if (!isObject(next)) throw new Error(`wx.${path} does not exist`)
    place = next
  }
  return [place, last]
}

/** What stands under this name, for a test to call. */
export function apiAt(path: string): Call | undefined {
  const [place, name] = placeOf(path)
  const found = place[name]
  return typeof found === 'function' ? (...given) => Reflect.apply(found, place, given) : undefined
}

/** In its place another one, which may call the original; without one the original comes back. */
export function mock(path: string, make?: (original: Call | undefined) => Call): void {
  const [place, name] = placeOf(path)
  if (!originals.has(path)) originals.set(path, place[name])
  const original = originals.get(path)
  const call =
    typeof original === 'function' ? (...given: unknown[]) => Reflect.apply(original, place, given) : undefined
  if (make) place[name] = make(call)
  else {
    if (original === undefined) delete place[name]
    else place[name] = original
    originals.delete(path)
  }
}

const components = new Map<string, readonly string[]>()

/** By tag, the properties that do what they do on a phone. */
export const knowComponents = (known: Readonly<Record<string, readonly string[]>>): void => {
  for (const [tag, names] of Object.entries(known)) components.set(tag, names)
}

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** `api`, `api.object.option`, `component` or `component.property`. */
export function canIUse(schema: string): boolean {
  const [name = '', second] = schema.split('.')
  if (Object.hasOwn(apis, name)) return !isObject(apis[name]) || second === undefined || second in apis[name]
  const properties = components.get(name)
  return properties !== undefined && (second === undefined || properties.includes(camelCase(second)))
}
