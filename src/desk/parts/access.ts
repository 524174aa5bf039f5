/** What the holder of these grants may open at the desk, read from the contracts' own rows. */
import { claimApi } from '../../../domain/claim/api'
import { programmeMachine } from '../../../domain/claim/programme-machine'
import type { Endpoint } from '../../../domain/kernel/api'
import { statesReadBy } from '../../../domain/kernel/machine'
import type { Scope } from '../../../domain/kernel/roles'
import type { GrantView } from '../../../domain/staff/schema'
import { wishMachine } from '../../../domain/wish/machine'
import { workerMachine } from '../../../domain/worker/machine'
import type { RosterRow } from '../../../domain/worker/views'

export type Place = { readonly scope: Scope; readonly name: string }

const isFor = ({ who }: Endpoint, { role }: GrantView): boolean => who === 'anyone' || who.includes(role)

export const grantsFor = (endpoint: Endpoint, grants: readonly GrantView[]): GrantView[] =>
  grants.filter((grant) => isFor(endpoint, grant))

export const mayCall = (endpoint: Endpoint, grants: readonly GrantView[]): boolean =>
  grants.some((grant) => isFor(endpoint, grant))

/** Grants whose holder reads registrations at all: a mediator, say, has no roster. */
export const rosterGrants = (grants: readonly GrantView[]): GrantView[] =>
  grants.filter(({ role }) => statesReadBy(workerMachine, role).length > 0)

/** Grants whose holder goes through wishes: a union, or whoever watches over one. */
export const wishGrants = (grants: readonly GrantView[]): GrantView[] =>
  grants.filter(({ role }) => statesReadBy(wishMachine, role).length > 0)

/** Grants whose holder reads programmes before they are open: who writes them, decides by them or watches. */
export const programmeGrants = (grants: readonly GrantView[]): GrantView[] =>
  grants.filter(({ role }) => statesReadBy(programmeMachine, role).length > 0)

/** Grants whose holder goes through claims, or watches over those who do. */
export const claimGrants = (grants: readonly GrantView[]): GrantView[] => grantsFor(claimApi.endpoints.workList, grants)

const keyOf = ({ level, id }: Scope): string => `${level}:${id}`

export const isSameScope = (a: Scope, b: Scope): boolean => keyOf(a) === keyOf(b)

/** Two roles over one place are one place to choose. */
export const placesOf = (grants: readonly GrantView[]): Place[] => {
  const places = new Map<string, Place>()
  for (const { scope, scopeName } of grants) places.set(keyOf(scope), { scope, name: scopeName })
  return [...places.values()]
}

export type StateName = RosterRow['state']

/** The states this desk's lists may hold, in the machine's order. */
export const statesFor = (grants: readonly GrantView[]): StateName[] => {
  const readable = new Set(grants.flatMap(({ role }) => statesReadBy(workerMachine, role)))
  return WorkerStates.filter((state) => readable.has(state))
}

const isState = (name: string): name is StateName => Object.hasOwn(workerMachine.states, name)
const WorkerStates: readonly StateName[] = Object.keys(workerMachine.states).filter(isState)
