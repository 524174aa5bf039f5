/** Opens a site in a street of the caller's scope, with a code of its own. */
import { AppError } from '../../domain/kernel/errors'
import { assertMayStart } from '../../domain/kernel/machine'
import { alphabet, SITE_CODE_LENGTH } from '../../domain/kernel/scene'
import { siteMachine } from '../../domain/site'
import { begin } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { idFor, randomText } from '../_lib/crypto'
import { listKeyOf } from '../_lib/lists'
import { locate } from '../_lib/scopes'
import type { SiteHandler } from './handlers'
import { siteRow } from './row'

export const create: SiteHandler<'create'> = async ({ requestId, streetId, orgId, details }, { identified, now }) => {
  const [{ actor }, street, org] = await Promise.all([
    identified(),
    get('areas', streetId),
    orgId === undefined ? undefined : locate({ level: 'org', id: orgId }),
  ])
  if (street?.kind !== 'street') throw new AppError('NOT_FOUND')
  const { cityId, districtId } = street
  assertMayStart(siteMachine, 'create', { cityId, districtId, streetId }, actor)
  if (orgId !== undefined && org?.place.cityId !== cityId) throw new AppError('NOT_FOUND')
  const siteId = idFor(actor.personId, requestId)
  const createdAt = now.toISOString()
  const { doc } = await begin(
    'sites',
    siteMachine,
    'create',
    {
      _id: siteId,
      cityId,
      districtId,
      streetId,
      siteId,
      ...(orgId === undefined ? {} : { orgId }),
      ...details,
      streetName: street.name,
      /** Among 32¹⁰ codes; a taken one fails the unique index, and sending again draws another. */
      code: randomText(SITE_CODE_LENGTH, alphabet),
      codeVersion: 0,
      createdAt,
      listKey: listKeyOf(createdAt, siteId),
    },
    { actor, now, requestId },
  )
  return { site: siteRow(doc, actor) }
}
