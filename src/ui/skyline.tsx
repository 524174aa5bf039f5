/** The city's roofs at the foot of the hero, with a few windows lit; as wide as its place. */
import { Image } from '@tarojs/components'
import { aria } from './aria'
import { svgSource } from './svg'
import './skyline.css'

const parts = [
  '<g fill="#7A150F"><path d="M0 130V86h22V70h20v26h16V58h8l4-12 4 12h8v40h14V78h30v-8h18v60z"/>',
  '<path d="M268 130V64l10-6V40h4v-14h3v14h4v18l10 6v20h14V52c0-10 22-10 22 0v34h12V74h26v-12h10v68z"/></g>',
  '<g fill="#66110C" transform="translate(46 0)"><path d="M150 130v-34h4V60a9 9 0 016-8V30l3-22 3 22v22a9 9 0 016 8v36h4v34z"/>',
  '<circle cx="163" cy="62" r="11"/><circle cx="163" cy="38" r="6"/>',
  '<path d="M190 130V72l12-10 12 10v58zM214 130V92h18l10-9 10 9h18v38z"/></g>',
  '<g fill="#FFD98A" opacity=".85"><path d="M10 96h4v5h-4zM30 84h4v5h-4zM64 76h4v5h-4zM64 90h4v5h-4zM110 92h4v5h-4z',
  'M128 100h4v5h-4zM198 84h4v5h-4zM206 98h4v5h-4zM284 78h4v5h-4zM300 96h4v5h-4zM324 68h4v5h-4zM324 84h4v5h-4z',
  'M352 92h4v5h-4zM372 84h4v5h-4zM229 104h4v5h-4zM252 104h4v5h-4z"/></g>',
]

const source = svgSource(
  `<svg xmlns="http://www.w3.org/2000/svg" width="780" height="260" viewBox="0 0 390 130" preserveAspectRatio="none">${parts.join('')}</svg>`,
)

export function Skyline() {
  return <Image className="nh-skyline" src={source} {...aria({ isHidden: true })} />
}
