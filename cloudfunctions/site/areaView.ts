/** An area as the desk sees it. */
import type { DocOf } from '../_lib/cloud'

export const areaView = ({ _id, kind, name, districtId }: DocOf<'areas'>) => ({ id: _id, kind, name, districtId })
