/** The names of our glyphs, drawn in glyphs.css, and the tones they come in; each stands beside a word. */

export const iconNames = [
  'back',
  'card',
  'desk',
  'doc',
  'dot',
  'down',
  'gift',
  'go',
  'hand',
  'home',
  'info',
  'lamp',
  'me',
  'mend',
  'msg',
  'ok',
  'pen',
  'pin',
  'plus',
  'q',
  'scale',
  'scan',
  'signal',
  'size',
  'tel',
  'wait',
  'x',
] as const

export type IconName = (typeof iconNames)[number]

/** The colours of the tokens a glyph is drawn in. */
export type Tone = 'ink' | 'ink2' | 'ink3' | 'red' | 'gold' | 'ok' | 'info' | 'stop' | 'white'
