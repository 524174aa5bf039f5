/** Two phones side by side: each shows the address of one persona, as a phone belongs to one person. */
const SCAN_PAGE = '/pages/worker/scan/index'
const HEADER = 262

const { personas, places, consoleUrl } = await fetch('desk.json').then((answer) => answer.json())
const one = (root, selector) => root.querySelector(selector)
const copyOf = (id) => document.getElementById(id).content.cloneNode(true)

/** The number makes each opening a fresh start of the app, as WeChat starts it when a code is scanned. */
let openings = 0
const addressOf = (slug, page) =>
  `http://${slug}.localhost:${location.port}/?opening=${Date.now()}-${++openings}#${page}`

class Phone {
  constructor(seat, side, slug) {
    seat.append(copyOf('phone'))
    this.frame = one(seat, 'iframe')
    this.picker = one(seat, 'select')
    this.says = one(seat, '.says')
    this.alone = one(seat, '.alone')
    this.newcomers = 1
    one(seat, '.side').textContent = side
    for (const { slug, label } of personas) this.picker.add(new Option(label, slug))
    this.picker.addEventListener('change', () => this.open(this.picker.value))
    one(seat, '.again').addEventListener('click', () => this.open(this.slug))
    if (slug === 'newcomer') one(seat, '.fresh').addEventListener('click', () => this.openFresh())
    else one(seat, '.fresh').remove()
    this.open(slug)
  }

  open(slug, page) {
    const persona = personas.find((row) => row.slug === slug) ?? personas[0]
    this.slug = slug
    this.picker.value = persona.slug
    this.says.textContent = slug === persona.slug ? persona.says : `${persona.says}（第 ${this.newcomers} 位）`
    this.alone.href = addressOf(slug, persona.page)
    this.frame.src = addressOf(slug, page ?? persona.page)
  }

  openFresh() {
    this.newcomers = (this.newcomers % 30) + 1
    this.open(this.newcomers === 1 ? 'newcomer' : `newcomer-${this.newcomers}`)
  }

  scan(scene) {
    this.open(this.slug, `${SCAN_PAGE}?scene=${encodeURIComponent(scene)}`)
  }
}

function hang(place, phone) {
  const item = copyOf('place')
  const poster = `wall/${place.id}.png?scene=${encodeURIComponent(place.scene)}`
  one(item, 'strong').textContent = place.name
  one(item, '.where').textContent = `${place.streetName} · ${place.address}`
  one(item, '.figures').textContent = `编号 ${place.printedCode} · ${place.stateLabel}`
  if (place.state === 'revoked') one(item, 'li').className = 'revoked'
  else {
    one(item, '.poster').href = poster
    one(item, 'img').src = poster
    one(item, 'img').alt = `${place.name}的海报`
  }
  one(item, 'button').addEventListener('click', () => phone.scan(place.scene))
  document.getElementById('wall').append(item)
}

const fitPhones = () => {
  const scale = Math.min(1, Math.max(0.6, (innerHeight - HEADER) / 864))
  document.documentElement.style.setProperty('--scale', scale.toFixed(3))
}
fitPhones()
addEventListener('resize', fitPhones)

const left = new Phone(document.getElementById('left'), '左边', 'newcomer')
const right = new Phone(document.getElementById('right'), '右边', 'site-officer')
for (const place of places) hang(place, left)
document.getElementById('console').href = consoleUrl

/** Chromium, Edge and Firefox find *.localhost by themselves; a browser that does not would show two empty phones. */
fetch(addressOf('newcomer', '/'), { mode: 'no-cors' }).catch(() => {
  document.getElementById('unreachable').hidden = false
})

new EventSource('changes').addEventListener('rebuilt', () => {
  left.open(left.slug)
  right.open(right.slug)
})
