/** The empty files of a new domain, in the order CONTRIBUTING.md fills them; they compile as they are. */

export type NewFile = { readonly path: string; readonly text: string }

const capital = (name: string): string => name[0]?.toUpperCase() + name.slice(1)

const machine = (x: string): NewFile => ({
  path: `domain/${x}/machine.ts`,
  text: `/** ${capital(x)} as a table: who may move it where, by when, and who is told. */
import { defineMachine, type StateOf } from '../kernel/machine'
import { nothing } from '../kernel/schema'

export const ${x}Machine = defineMachine({
  readBy: ['owner'],
  starts: { open: { to: 'open', by: ['anyone'], says: '开始了' } },
  states: {
    open: { label: '在办', tone: 'wait', next: '等您往下办' },
    closed: { label: '办完了', tone: 'ok', next: '没有要您办的事' },
  },
  actions: {
    close: { label: '办完', from: ['open'], to: 'closed', by: ['owner'], form: nothing, says: '办完了' },
  },
})

export type ${capital(x)}State = StateOf<typeof ${x}Machine>
`,
})

const schema = (x: string): NewFile => ({
  path: `domain/${x}/schema.ts`,
  text: `/** The fields of one ${x} as stored; mark what is personal with \`personal\` from the kernel. */
import * as v from 'valibot'
import { At, Id } from '../kernel/schema'

export const ${capital(x)} = v.strictObject({
  _id: Id,
  version: v.number(),
  state: v.string(),
  ownerId: v.string(),
  createdAt: At,
  untoldSince: v.optional(At),
  toldThrough: v.number(),
})
export type ${capital(x)} = v.InferOutput<typeof ${capital(x)}>
`,
})

const api = (x: string): NewFile => ({
  path: `domain/${x}/api.ts`,
  text: `/** The contract of the function \`${x}\`. */
import * as v from 'valibot'
import { defineApi, read } from '../kernel/api'
import { stateNames } from '../kernel/machine'
import { ${x}Machine } from './machine'

export const ${x}Api = defineApi('${x}', '${x}', {
  states: read({
    says: 'Where a ${x} can stand, and what comes next there.',
    who: 'anyone',
    input: v.strictObject({}),
    output: v.strictObject({
      rows: v.array(v.strictObject({ state: v.picklist(stateNames(${x}Machine)), label: v.string(), next: v.string() })),
    }),
    errors: [],
  }),
})
`,
})

const door = (x: string): NewFile => ({
  path: `domain/${x}/index.ts`,
  text: `export * from './api'
export * from './machine'
export * from './schema'
`,
})

const functionFiles = (x: string): NewFile[] => [
  {
    path: `cloudfunctions/${x}/index.ts`,
    text: `/** ${capital(x)}: the table of endpoints. */
import { ${x}Api } from '../../domain/${x}'
import { serve } from '../_lib/serve'
import { states } from './states'

export const main = serve(${x}Api, { states })
`,
  },
  {
    path: `cloudfunctions/${x}/states.ts`,
    text: `/** Where a ${x} can stand, from the machine alone. */
import { stateNames } from '../../domain/kernel/machine'
import { type ${x}Api, ${x}Machine } from '../../domain/${x}'
import type { Handlers } from '../_lib/serve'

export const states: Handlers<(typeof ${x}Api)['endpoints']>['states'] = async () => ({
  rows: stateNames(${x}Machine).map((state) => {
    const { label, next } = ${x}Machine.states[state]
    return { state, label, next }
  }),
})
`,
  },
  {
    path: `cloudfunctions/${x}/config.json`,
    text: `{
  "timeoutSeconds": 10,
  "memoryMb": 256,
  "calledBy": ["client"],
  "env": ["NUANHU_KEYS"]
}
`,
  },
]

const pageFiles = (x: string): NewFile[] => [
  {
    path: `src/pages/${x}/list/index.tsx`,
    text: `/** Where a ${x} can stand, in words. */
import { ${x}Api } from '../../../../domain/${x}/api'
import { useAsk } from '../../../cloud/ask'
import { client } from '../../../cloud/client'
import { useOnline } from '../../../cloud/letters'
import { Card, Row, Screen } from '../../../ui'

const ${x}s = client(${x}Api)

export default function ${capital(x)}ListPage() {
  const isOnline = useOnline()
  const asked = useAsk(() => ${x}s.states({}))
  return (
    <Screen title="${x}" online={isOnline}>
      <Card>
        {asked.state === 'ready' && asked.data.rows.map((row) => <Row key={row.state} title={row.label} note={row.next} />)}
      </Card>
    </Screen>
  )
}
`,
  },
]

const test = (x: string): NewFile => ({
  path: `tests/${x}.test.ts`,
  text: `/** ${capital(x)}, through the function's own door. */
import { ${x}Api } from '../domain/${x}'
import { Town } from './builders/town'

let town: Town
beforeAll(async () => {
  town = await Town.start()
}, 60_000)
afterAll(() => town.stop())

describe('${x}', () => {
  it('says where it can stand, and what comes next there', async () => {
    const event = { endpoint: 'states', input: {} }
    expect(await town.cloud.call(${x}Api.name, { openid: 'oSomebody', event })).toEqual({
      ok: true,
      data: {
        rows: [
          { state: 'open', label: '在办', next: '等您往下办' },
          { state: 'closed', label: '办完了', next: '没有要您办的事' },
        ],
      },
    })
  })
})
`,
})

export const filesOf = (x: string): NewFile[] => [
  machine(x),
  schema(x),
  api(x),
  door(x),
  ...functionFiles(x),
  ...pageFiles(x),
  test(x),
]
