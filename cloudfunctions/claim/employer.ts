/** The employer a scope stands for: an organisation, or one site, and whoever holds it for them. */
import { benefits, claimants } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { type Actor, covers, type Place, type Role, type Scope } from '../../domain/kernel/roles'
import { keyOf } from '../_lib/crypto'
import { type Located, locate, reaches } from '../_lib/scopes'
import type { Claim, Programme } from './handlers'

const officers: readonly Role[] = ['employerOfficer', 'siteOfficer']

export type Employer = {
  readonly place: Place
  /** Whose officers go on with what is begun here. */
  readonly own: Partial<Place>
  /** One claim a programme and period: the key it is held by. */
  readonly key: string
  readonly name: string
}

type Owning = { readonly [level in Scope['level']]?: (place: Partial<Place>) => Partial<Place> }
const owning: Owning = {
  org: ({ orgId }) => ({ ...(orgId ? { orgId } : {}) }),
  site: ({ siteId, orgId }) => ({ ...(siteId ? { siteId } : {}), ...(orgId ? { orgId } : {}) }),
}

const employerOf = (scope: Scope, { place, name }: Located): Employer | undefined => {
  const own = owning[scope.level]?.(place)
  if (!own) return undefined
  const whole = { cityId: '', districtId: '', streetId: '', siteId: '', ...place }
  return { place: whole, own, key: keyOf('employer', scope.level, scope.id), name }
}

/** Throws NOT_FOUND where there is no such employer, or the caller is none of its officers. */
export const employerAt = async (scope: Scope, who: Promise<{ readonly actor: Actor }>): Promise<Employer> => {
  const [{ actor }, located] = await Promise.all([who, locate(scope)])
  const employer = located && reaches(actor, officers, located.place) ? employerOf(scope, located) : undefined
  if (!employer) throw new AppError('NOT_FOUND')
  return employer
}

/** An employer's to ask for, and given where it stands. */
export const isForEmployer = ({ scope, details: { benefit } }: Programme, { place }: Employer): boolean =>
  claimants[benefits[benefit].claimant].hasRoster && covers(scope, place)

/** Of this very employer, and not of a site of its. */
export const isOf = ({ employer }: Claim, { own }: Employer): boolean =>
  employer?.siteId === own.siteId && employer?.orgId === own.orgId
