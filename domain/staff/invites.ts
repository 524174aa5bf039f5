/** Who may give which role over what: the table of invites applied to one person. */
import { type Actor, covers, invites, type Level, levels, type Place, type Role, roleNames } from '../kernel/roles'

const inviterGrants = (actor: Actor, role: Role) => {
  const by: readonly Role[] = invites[role].by
  return actor.grants.filter((grant) => by.includes(grant.role))
}

/** A scope reaches its own level and those below; an organisation stands inside a city and a district. */
const reachesLevel = (held: Level, asked: Level): boolean =>
  asked === 'org'
    ? held === 'city' || held === 'district' || held === 'org'
    : held !== 'org' && levels.indexOf(asked) >= levels.indexOf(held)

export const mayInvite = (actor: Actor, role: Role, level: Level, place: Partial<Place>): boolean => {
  const allowed: readonly Level[] = invites[role].levels
  return allowed.includes(level) && inviterGrants(actor, role).some(({ scope }) => covers(scope, place))
}

/** What the caller may invite at all: the choices an invitation form offers. */
export const invitableBy = (actor: Actor): { role: Role; levels: Level[] }[] =>
  roleNames
    .map((role) => {
      const held = inviterGrants(actor, role).map(({ scope }) => scope.level)
      return { role, levels: invites[role].levels.filter((level) => held.some((own) => reachesLevel(own, level))) }
    })
    .filter((row) => row.levels.length > 0)
