/** Who the donor is, for the union alone; their name reaches the worker only if they want it and WeChat let it pass. */
import { AppError } from '../../domain/kernel/errors'
import { change, get } from '../_lib/cloud'
import { checkWords } from '../_lib/contentCheck'
import { ensurePerson } from '../_lib/people'
import { readPhone } from '../_lib/phone'
import type { Donor, WishHandler } from './handlers'
import { lighter } from './light'
import { donorCard } from './show'

export const introduce: WishHandler<'introduce'> = async (
  { requestId, name, phone: given, isNamed },
  { identified, personId, now },
) => {
  const [who, donor] = await Promise.all([identified(), get('donors', personId)])
  if (!donor) throw new AppError('NOT_FOUND')
  const card = (seen: Donor) => ({ donor: donorCard(seen, lighter(personId), now) })
  if (donor.introducedBy === requestId) return card(donor)
  if (isNamed && (await checkWords(name, who.openid)) !== 'pass')
    throw new AppError('TEXT_REFUSED', { fields: { name: '这个称呼不能给人看，换一个，或不留名' } })
  const { phone } = await readPhone(given)
  /** So that WeChat's own messages reach them: nobody else knows their openid. */
  await ensurePerson(who, now)
  await change('donors', personId, {}, { set: { name, phone, isNamed, introducedBy: requestId } })
  return card((await get('donors', personId)) ?? donor)
}
