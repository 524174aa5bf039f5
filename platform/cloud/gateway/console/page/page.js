/** The console page: one view at a time, named by the address's hash. */
import { ask, make, place, say, when } from './elements.js'
import { calls, log, notices } from './happened.js'
import { collections, files } from './stored.js'
import { faults, people, timers } from './trying.js'

const VIEWS = { collections, calls, notices, files, timers, faults, people, log }
const title = (name) => name[0].toUpperCase() + name.slice(1)
const current = () => (Object.hasOwn(VIEWS, location.hash.slice(1)) ? location.hash.slice(1) : 'collections')

/** Draws the view; what was said stays when it was said of just this. */
async function show(keepsSaid = false) {
  const name = current()
  if (!keepsSaid) say('')
  place('views').replaceChildren(
    ...Object.keys(VIEWS).map((one) =>
      make('a', { href: `#${one}`, 'aria-current': one === name && 'page' }, title(one)),
    ),
  )
  place('views').querySelector('[aria-current]').scrollIntoView({ block: 'nearest', inline: 'nearest' })
  try {
    const [{ env, now, isClockSet, faults: switchedOn }, content] = await Promise.all([
      ask('cloud.json'),
      VIEWS[name](),
    ])
    if (name !== current()) return
    const strikes = switchedOn > 0 ? `, ${switchedOn} fault${switchedOn > 1 ? 's' : ''} switched on` : ''
    place('about').textContent = `${env}, ${when(now)}${isClockSet ? ' (a clock that was set)' : ''}${strikes}`
    place('view').replaceChildren(...content.filter(Boolean))
  } catch (failure) {
    say(failure.message, true)
  }
}

document.addEventListener('redraw', () => show(true))
window.addEventListener('hashchange', () => show())
place('refresh').addEventListener('click', () => show())
show()
