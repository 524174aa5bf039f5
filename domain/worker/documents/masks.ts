/** How personal values look to those who need to recognise a person but not to know them. */

/** 310***********0019; a short number keeps only its ends: H******78. */
export function maskNumber(text: string): string {
  const [head, tail] = text.length >= 15 ? [3, 4] : [1, 2]
  if (text.length <= head + tail) return '*'.repeat(text.length)
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail)
}

/** 张**, by code point, always two stars so that the length of a name stays untold. */
export function maskName(text: string): string {
  const first = Array.from(text)[0]
  return first === undefined ? '' : `${first}**`
}

/** 138****5678; anything that is no mobile number is masked as any short number. */
export function maskPhone(text: string): string {
  return text.length === 11 ? `${text.slice(0, 3)}****${text.slice(-4)}` : maskNumber(text)
}
