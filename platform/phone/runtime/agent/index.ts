/** The half of the agent that lives in the page: answers every method of the automator, or says by name why it does not. */
import './activity'
import { appMethods } from './app'
import { asked, type Method, NotSupported } from './asked'
import { elementMethods } from './element'
import { pageMethods } from './page'
import { phoneMethods } from './phone'
import { toolMethods } from './tool'
import { asText, tellErrors, wordsOf } from './wires'

export type Answer = { result: unknown } | { error: { message: string } }

const methods: Readonly<Record<string, Method>> = {
  ...toolMethods,
  ...appMethods,
  ...pageMethods,
  ...elementMethods,
  ...phoneMethods,
}

function refusal(method: string, failure: unknown): Answer {
  const words = wordsOf(failure)
  const message = failure instanceof NotSupported ? `${method} is not supported by this phone: ${words}` : words
  return { error: { message } }
}

async function ask(method: string, parameters: unknown): Promise<Answer> {
  const run = Object.hasOwn(methods, method) ? methods[method] : undefined
  if (!run) return refusal(method, new NotSupported('there is no such method'))
  try {
    return { result: asText(await run(asked(parameters))) }
  } catch (failure) {
    return refusal(method, failure)
  }
}

export function installAgent(): typeof ask {
  tellErrors()
  return ask
}
