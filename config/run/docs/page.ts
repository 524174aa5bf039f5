/** docs/API.md as text: every function with its endpoints, from the contracts alone. */
import type { Api, Endpoint } from '../../../domain/kernel/api'
import { errors } from '../../../domain/kernel/errors'
import { type Role, roleNames, roles } from '../../../domain/kernel/roles'
import { describe, describeUnnamed, named } from './shape'

const callers = {
  phone: 'a phone',
  timer: 'a timer',
  push: 'WeChat',
  function: 'another function',
  operator: 'the operator',
}

const roleText = (role: Role): string => `${role} (${roles[role].label})`

function whoOf({ who, from }: Endpoint): string {
  const listed = who === 'anyone' || who.length === roleNames.length ? 'any role' : who.map(roleText).join(', ')
  const person = who === 'anyone' ? 'anyone' : `whoever holds ${listed}`
  return from === undefined ? person : `${from.map((source) => callers[source]).join(' or ')} alone`
}

const errorRows = (codes: Endpoint['errors']): string[] =>
  codes.length === 0
    ? []
    : ['', '| error | words |', '|---|---|', ...codes.map((code) => `| ${code} | ${errors[code].text} |`)]

const endpointText = (name: string, endpoint: Endpoint): string[] => [
  `### ${name}${endpoint.writes ? ' · writes' : ''}`,
  '',
  endpoint.says,
  '',
  `Who: ${whoOf(endpoint)}.`,
  '',
  '```ts',
  `input: ${describe(endpoint.input).text}`,
  `output: ${describe(endpoint.output).text}`,
  '```',
  ...errorRows(endpoint.errors),
  '',
]

/** Any endpoint may answer these; they are not said again at each. */
const everywhere = [
  'INPUT_INVALID',
  'INPUT_TOO_LARGE',
  'IDENTITY_MISSING',
  'FORBIDDEN',
  'NOT_CALLABLE',
  'UPGRADE_REQUIRED',
  'INTERNAL',
] as const

const opening = [
  '# The functions and their endpoints',
  '',
  'Written by `npm run api` from `domain/*/api.ts`; a test fails when it is stale.',
  '',
  'A function is called with `{ endpoint, input }` and answers `{ ok: true, data }` or `{ ok: false, error: { code, message, fields? } }`.',
  'An endpoint that writes carries a `requestId` and may be sent twice: the second answer is the first.',
  'A field marked `personal` is sealed at rest and masked for whoever has no right to the whole value.',
  '',
  '```ts',
  ...Object.entries(named).map(([name, schema]) => {
    const { text, notes } = describeUnnamed(schema)
    return `${name}: ${text}  // ${notes.join(', ')}`
  }),
  '```',
  '',
  'Any endpoint may answer:',
  ...errorRows([...everywhere]),
  '',
]

export const apiPage = (apis: readonly Api[]): string =>
  [
    ...opening,
    ...apis.flatMap(({ name, says, endpoints }) => [
      `## ${name} · ${says}`,
      '',
      ...Object.entries(endpoints).flatMap(([endpoint, row]) => endpointText(endpoint, row)),
    ]),
  ].join('\n')
