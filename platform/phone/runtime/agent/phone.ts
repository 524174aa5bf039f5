/** The phone's own methods, which no automator has: what went wrong, what was drawn, the sheets, the quiet. */
import { faults } from '../faults'
import { layer } from '../layer'
import { clearStats, stats } from '../stats'
import { disk } from '../wx/disk'
import { updateFetched } from '../wx/updates'
import { underWay } from './activity'
import type { Asked, Method } from './asked'
import { choiceIn } from './choice'

/** Read, and forgotten if asked to. */
const reading =
  <Kept>(read: () => Kept, clear: () => unknown, name: string): Method =>
  (asked: Asked) => {
    const kept = read()
    if (asked.clear === true) clear()
    return { [name]: kept }
  }

export const phoneMethods: Readonly<Record<string, Method>> = {
  'Phone.faults': reading(
    () => [...faults],
    () => faults.splice(0),
    'faults',
  ),
  'Phone.stats': reading(stats, clearStats, 'pages'),
  'Phone.answer': (asked) => {
    layer.answer(choiceIn(asked))
    return {}
  },
  'Phone.layer': () => ({ sheet: layer.open() ?? null, toast: layer.toast() ?? null, toasts: layer.toasts() }),
  'Phone.notices': () => ({ notices: layer.notices() }),
  'Phone.openNotice': () => {
    layer.openBanner()
    return {}
  },
  'Phone.updateFetched': () => {
    updateFetched()
    return {}
  },
  'Phone.saved': () => ({ saved: layer.saved() }),
  'Phone.underWay': async () => ({
    underWay: [...(await underWay()), ...(disk.isBusy() ? ['a file being kept'] : [])],
  }),
}
