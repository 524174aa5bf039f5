/** The festive part of a page: lanterns on a garland over a city at dusk, drawn by hand in the house's colours. */
import { palette } from './palette'
import { line } from './text'

export const lantern = (x: number, y: number, scale: number): string => `
<g transform="translate(${x} ${y}) scale(${scale})">
  <circle cx="0" cy="16" r="46" fill="url(#glow)"/>
  <path d="M0-34V-14" stroke="${palette.gold}" stroke-width="1.6"/>
  <rect x="-12" y="-15" width="24" height="5" rx="2.5" fill="#FFD98A"/>
  <path d="M-12-10C-38-4-38 36-12 42H12C38 36 38-4 12-10Z" fill="url(#flame)"/>
  <path d="M-5-10C-17 0-17 32-5 42M5-10C17 0 17 32 5 42M-20-6C-33 4-33 28-20 38M20-6C33 4 33 28 20 38" fill="none" stroke="#C2401F" stroke-opacity=".38" stroke-width="1.2"/>
  ${line('福', 0, 27, { size: 31, fill: palette.deep, weight: 700, anchor: 'middle' })}
  <rect x="-12" y="42" width="24" height="5" rx="2.5" fill="#FFD98A"/>
  <path d="M-5 47v12M0 47v18M5 47v12" stroke="#FF9C3F" stroke-width="2" stroke-linecap="round"/>
</g>`

export const festiveDefs = `
<linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1">
  <stop offset="0" stop-color="#D0301F"/><stop offset=".58" stop-color="#B3231A"/><stop offset="1" stop-color="${palette.deep}"/>
</linearGradient>
<radialGradient id="flame"><stop offset="0" stop-color="#FFF3C9"/><stop offset=".45" stop-color="#FFC65C"/><stop offset="1" stop-color="#E8642A"/></radialGradient>
<radialGradient id="glow"><stop offset="0" stop-color="#FFC45E" stop-opacity=".6"/><stop offset="1" stop-color="#FFB347" stop-opacity="0"/></radialGradient>`

/** Houses and towers along the foot of the sky, with a window lit here and there, away from the words. */
const skyline = (width: number, bottom: number): string => `
<g transform="translate(0 ${bottom - 300}) scale(${width / 390} 2.31)">
  <g fill="#7A150F">
    <path d="M0 130V86h22V70h20v26h16V58h8l4-12 4 12h8v40h14V78h30v-8h18v60z"/>
    <path d="M268 130V64l10-6V40h4v-14h3v14h4v18l10 6v20h14V52c0-10 22-10 22 0v34h12V74h26v-12h17v68z"/>
  </g>
  <g fill="#66110C" transform="translate(46 0)">
    <path d="M150 130v-34h4V60a9 9 0 016-8V30l3-22 3 22v22a9 9 0 016 8v36h4v34z"/><circle cx="163" cy="62" r="11"/><circle cx="163" cy="38" r="6"/>
    <path d="M190 130V72l12-10 12 10v58zM214 130V92h18l10-9 10 9h18v38z"/>
  </g>
  <path d="M284 68h5v4h-5zM322 60h5v4h-5zM368 82h5v4h-5zM246 80h5v4h-5z" fill="#FFC98A"/>
</g>`

/** `horizon` is where the houses stand. */
export const sky = (width: number, height: number, horizon: number): string => `
<rect width="${width}" height="${height}" fill="url(#dusk)"/>
<path d="M${width * 0.5} -10C${width * 0.62} 66 ${width * 0.86} 84 ${width + 10} 6" fill="none" stroke="${palette.gold}" stroke-width="5" stroke-linecap="round" opacity=".85"/>
<rect y="${horizon - 10}" width="${width}" height="${height - horizon + 10}" fill="#7A150F"/>
${skyline(width, horizon)}
${lantern(width * 0.685, 128, 2.1)}
${lantern(width * 0.865, 150, 3.5)}`
