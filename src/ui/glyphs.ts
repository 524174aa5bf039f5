/** Our own line glyphs on a grid of 24, two wide, round at the ends; each stands beside a word. */

export const glyphs = {
  back: '<path d="M15 5l-7 7 7 7"/>',
  card: '<rect x="3" y="5" width="18" height="14" rx="2.500"/><circle cx="8.500" cy="11" r="2"/><path d="M5.500 16c.5-1.600 1.500-2.400 3-2.400s2.500.8 3 2.400M14.500 10h4M14.500 14h3"/>',
  desk: '<rect x="3" y="4" width="18" height="12" rx="2"/><path d="M9 20h6M12 16v4M7.500 10.500l2 2 3.500-4"/>',
  doc: '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>',
  dot: '<path d="M4 6a2 2 0 012-2h7M20 11v3a2 2 0 01-2 2h-6l-5 4v-4H6a2 2 0 01-2-2V6"/><circle cx="19" cy="5" r="3" fill="currentColor"/>',
  down: '<path d="M6 9l6 6 6-6"/>',
  gift: '<path d="M4 10h16v10H4zM3 7h18v3H3zM12 7v13M12 7c-5 0-5-4-2.500-4S12 7 12 7zm0 0c5 0 5-4 2.500-4S12 7 12 7z"/>',
  go: '<path d="M9 5l7 7-7 7"/>',
  hand: '<path d="M12 20s-8-4.600-8-10.500A4.500 4.500 0 0112 7a4.500 4.500 0 018 2.500C20 15.400 12 20 12 20z"/>',
  home: '<path d="M4 11l8-7 8 7v8a1 1 0 01-1 1h-4v-6H9v6H5a1 1 0 01-1-1z"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 7.800v.01"/>',
  lamp: '<path d="M12 2v3M8 5h8M8.500 5C5 7 5 15 8.500 17h7C19 15 19 7 15.500 5M10 17v2h4v-2M12 19v3"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4 20c1-4 4-6 8-6s7 2 8 6"/>',
  mend: '<path d="M12 6.500v7M12 17.500v.01"/>',
  msg: '<path d="M4 6a2 2 0 012-2h12a2 2 0 012 2v8a2 2 0 01-2 2h-6l-5 4v-4H6a2 2 0 01-2-2z"/>',
  ok: '<path d="M5 12.500l4.500 4.500L19 7.500"/>',
  pen: '<path d="M4 20l4-1L20 7l-3-3L5 16z"/>',
  pin: '<path d="M12 21s7-6 7-11a7 7 0 00-14 0c0 5 7 11 7 11z"/><circle cx="12" cy="10" r="2.500"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  q: '<path d="M9 9a3 3 0 116 0c0 2-3 2.500-3 4.500M12 17.500v.01"/>',
  scale: '<path d="M12 4v16M7 20h10M5 7h14M5 7l-3 6a3 3 0 006 0zM19 7l-3 6a3 3 0 006 0z"/>',
  scan: '<path d="M4 8V5a1 1 0 011-1h3M16 4h3a1 1 0 011 1v3M20 16v3a1 1 0 01-1 1h-3M8 20H5a1 1 0 01-1-1v-3M4 12h16"/>',
  signal:
    '<path d="M3 3l18 18M5 12.500a10 10 0 014-2.300M19 12.500a10 10 0 00-5-2.600M2 9a15 15 0 014-2.500M22 9A15 15 0 0011 5.100M8.500 16a5 5 0 017 0M12 19.500v.01"/>',
  size: '<path d="M3 19l5-13 5 13M5 14h6M15 19l3-8 3 8M16 16h4"/>',
  tel: '<path d="M6 3h3l2 5-2.500 2a12 12 0 005.500 5.500l2-2.500 5 2v3a2 2 0 01-2 2A16 16 0 014 5a2 2 0 012-2z"/>',
  wait: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.500l3.500 2"/>',
  x: '<path d="M6.500 6.500l11 11M17.500 6.500l-11 11"/>',
} as const

export type IconName = keyof typeof glyphs

/** An image does not take its colour from the text around it, so each is drawn in the colour of a token. */
export const tones = {
  ink: '#241A15',
  ink2: '#5C4F47',
  ink3: '#6E6058',
  red: '#C8281E',
  gold: '#8A5200',
  ok: '#1B6B3A',
  info: '#1F5C8C',
  stop: '#B3261E',
  white: '#FFFFFF',
} as const

export type Tone = keyof typeof tones
