/** A lit lantern, our own drawing: on the string over the hero, and small where there is nothing else to see. */
import { Image } from '@tarojs/components'
import { aria } from './aria'
import { svgSource } from './svg'
import './lantern.css'

/** 福 is drawn and not written: an image brings no font. */
const parts = [
  '<defs><radialGradient id="a"><stop offset="0" stop-color="#FFF3C9"/><stop offset=".45" stop-color="#FFC65C"/>',
  '<stop offset="1" stop-color="#E8642A"/></radialGradient><radialGradient id="g">',
  '<stop offset="0" stop-color="#FFC45E" stop-opacity=".62"/><stop offset="1" stop-color="#FFB347" stop-opacity="0"/>',
  '</radialGradient></defs><circle cy="16" r="44" fill="url(#g)"/>',
  '<path d="M0-30V-14" stroke="#FFD98A" stroke-width="1.5"/>',
  '<rect x="-12" y="-15" width="24" height="5" rx="2.5" fill="#FFD98A"/>',
  '<path d="M-12-10C-38-4-38 36-12 42H12C38 36 38-4 12-10Z" fill="url(#a)"/>',
  '<path d="M-5-10C-17 0-17 32-5 42M5-10C17 0 17 32 5 42M-20-6C-33 4-33 28-20 38M20-6C33 4 33 28 20 38" fill="none" ',
  'stroke="#C2401F" stroke-opacity=".38" stroke-width="1.2"/><g transform="translate(-15 1)" fill="none" ',
  'stroke="#8E1B14" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">',
  '<path d="M6 1l2 3M2 7h8l-6 8M7 12v15M8 14l4 4M15 4h13M17 9h9v6h-9zM15 19h13v9H15zM21.5 19v9M15 23.5h13"/></g>',
  '<rect x="-12" y="42" width="24" height="5" rx="2.5" fill="#FFD98A"/>',
  '<path d="M-5 47v12M0 47v18M5 47v12" stroke="#FF9C3F" stroke-width="2" stroke-linecap="round"/>',
]

const source = svgSource(
  `<svg xmlns="http://www.w3.org/2000/svg" width="176" height="196" viewBox="-44 -30 88 98">${parts.join('')}</svg>`,
)

type Props = { readonly size: number }

export function Lantern({ size }: Props) {
  const style = { width: `${size}px`, height: `${Math.round((size * 98) / 88)}px` }
  return <Image className="nh-lantern" src={source} style={style} {...aria({ isHidden: true })} />
}
