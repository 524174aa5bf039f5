/** A glyph is drawn in a style and named in the code: a name without its drawing would be a blank beside its word. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { iconNames } from '../src/ui/glyphs'

const drawn = readFileSync(join(__dirname, '..', 'src', 'ui', 'glyphs.css'), 'utf8')

test('every glyph that has a name is drawn, and every drawing has a name', () => {
  const names = [...drawn.matchAll(/^\.nh-i-(\w+) \{/gm)].map(([, name]) => name)
  expect(names).toEqual([...iconNames])
})
