/** The parts every view is made of. What this cloud tells is shown as text, never as markup. */
export const place = (id) => document.getElementById(id)

/** Asks the page to draw its view again. */
export const redraw = () => document.dispatchEvent(new Event('redraw'))

export function make(tag, attributes, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value)
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null))
  return node
}

export const say = (text, isFailure = false) => {
  place('said').textContent = text
  place('said').className = isFailure ? 'failed' : ''
}

export async function ask(path, body) {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const got = await fetch(`/console/${path}`, sent)
  const answer = await got.json()
  if (!got.ok) throw new Error(answer.errMsg)
  return answer
}

/** Indents JSON without reading it, so that every value stands there as it was sent. */
export function indented(text) {
  let depth = 0
  const line = () => `\n${'  '.repeat(depth)}`
  return text.replace(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|\s+/g, (token) => {
    if (token === '{' || token === '[') {
      depth += 1
      return token + line()
    }
    if (token === '}' || token === ']') {
      depth -= 1
      return line() + token
    }
    if (token === ',') return token + line()
    return token === ':' ? ': ' : token.trim()
  })
}

export const pre = (value) => make('pre', {}, typeof value === 'string' ? value : JSON.stringify(value, null, 2))
export const note = (text) => make('p', { class: 'note' }, text)
export const when = (at) => (at ? at.replace('T', ' ').replace('.000Z', 'Z') : '')

/** A column is a heading, what stands in it, and whether it is a number. */
export function table(columns, rows, isFailed = () => false) {
  if (rows.length === 0) return note('Nothing yet.')
  const heads = columns.map(([head, , isNumber]) => make('th', { scope: 'col', class: isNumber && 'number' }, head))
  const cells = (row) =>
    columns.map(([head, read, isNumber]) =>
      make('td', { 'data-label': head, class: isNumber && 'number' }, read(row) ?? ''),
    )
  const body = rows.map((row) => make('tr', { class: isFailed(row) && 'failed' }, cells(row)))
  return make('table', {}, make('thead', {}, make('tr', {}, heads)), make('tbody', {}, body))
}

export const button = (text, run, more = {}) =>
  make(
    'button',
    {
      type: 'button',
      ...more,
      onclick: (event) => {
        event.currentTarget.disabled = true
        run()
          .catch((failure) => say(failure.message, true))
          .finally(redraw)
      },
    },
    text,
  )

export const field = (name, label, more = {}) =>
  make('label', {}, label, make('input', { name, autocomplete: 'off', ...more }))
export const choice = (name, label, options, chosen, more = {}) => {
  const offered = options.map((one) => make('option', { selected: one === chosen, value: one }, one || 'nobody'))
  return make('label', {}, label, make('select', { name, ...more }, offered))
}
export const text = (name, label, value) => make('label', { class: 'wide' }, label, make('textarea', { name }, value))

export function form(fields, go, run) {
  const submit = async (event) => {
    event.preventDefault()
    await run(Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''))).catch(
      (failure) => say(failure.message, true),
    )
  }
  return make('form', { onsubmit: submit }, fields, make('button', { class: 'go' }, go))
}
