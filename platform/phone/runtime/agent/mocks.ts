/** Calls WeChat's API for a test, and puts a test's own answer in its place until it is restored. */
import { evaluate } from '../modules'
import { apiAt, mock } from '../wx/registry'
import { type Asked, isObject, listIn, textIn } from './asked'

type Callback = (result: unknown) => void
const isCallback = (value: unknown): value is Callback => typeof value === 'function'

/** These hand back a task, and answer by their callbacks alone. */
const TASKS = ['request', 'downloadFile', 'uploadFile', 'connectSocket']

export function callApi(asked: Asked): unknown {
  const method = textIn(asked, 'method')
  const api = apiAt(method)
  if (!api) throw new Error(`wx.${method} not exists`)
  const given = listIn(asked, 'args')
  if (!TASKS.includes(method)) return api(...given)
  const options = isObject(given[0]) ? given[0] : {}
  return new Promise((success, fail) => {
    api({ ...options, success, fail })
  })
}

const AT_ONCE =
  /Sync$|^(?:create|on|off)[A-Z]|^canIUse$|^nextTick$|^get(?:Window|Device|AppBase)Info$|^get(?:System|AppAuthorize)Setting$|^get\w+Manager$|^getMenuButtonBoundingClientRect$/

const isFailure = (result: unknown): boolean => isObject(result) && /:\s*fail/.test(String(result.errMsg ?? ''))

async function outcomeOf(answer: () => unknown): Promise<unknown> {
  const result = await answer()
  if (isFailure(result)) throw result
  return result
}

/** Delivers a made-up answer as WeChat does its own: by callbacks where some were given, else by a promise. */
function deliver(method: string, given: readonly unknown[], answer: () => unknown): unknown {
  if (AT_ONCE.test(method)) return answer()
  const outcome = outcomeOf(answer)
  const { success, fail, complete } = isObject(given[0]) ? given[0] : {}
  if (![success, fail, complete].some(isCallback)) return outcome
  const tell = (callback: unknown) => (result: unknown) => {
    if (isCallback(callback)) callback(result)
    if (isCallback(complete)) complete(result)
  }
  void outcome.then(tell(success), tell(fail))
  return undefined
}

type Answering = (origin: unknown, given: readonly unknown[]) => unknown

function put(method: string, answer: Answering): void {
  const isAtOnce = AT_ONCE.test(method)
  mock(method, (origin) => (...given) => {
    /** What the test adds comes second though the app asked for nothing. */
    const asked = given.length === 0 && !isAtOnce ? [{}] : given
    return deliver(method, asked, () => answer(origin, asked))
  })
}

/** Within the test's function `this.origin` is what WeChat itself would do. */
const byFunction = (text: string, more: readonly unknown[]): Answering => {
  const call = `(self, given) => (${text}).apply(self, given)`
  return (origin, given) => evaluate(call, [{ origin }, [...given, ...more]])
}

/** With a function, with a result, or with neither: then WeChat's own comes back. */
export function mockApi(asked: Asked): object {
  const method = textIn(asked, 'method')
  const { functionDeclaration: text, result } = asked
  if (typeof text === 'string') put(method, byFunction(text, listIn(asked, 'args')))
  else if ('result' in asked) put(method, () => result)
  else mock(method)
  return {}
}
