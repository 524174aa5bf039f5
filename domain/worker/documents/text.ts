/** What thumbs, keyboards and copied messages add to a number or a name, folded away before anything is judged. */

const wideForms = /[\uff01-\uff5e]/g
const dashes = /[-\u2010-\u2015\u2212\u30fc_.]/g
const invisible = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

function narrow(text: string): string {
  return text.replace(wideForms, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}

/** Upper case, half width, no spaces or dashes; a multiplication sign or a Cyrillic Х in place of X becomes X. */
export function normaliseNumber(text: string): string {
  return narrow(text).replace(invisible, '').replace(dashes, '').toUpperCase().replace(/[×✕Х]/g, 'X')
}

const dots = /[\u2022\u30fb\u2027\u2219\u22c5\uff65\u0387]/g
const variationSelectors = /[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g
const han =
  '\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\ue815-\\ue864\\u{20000}-\\u{2ffff}\\u{30000}-\\u{323af}'
const stopInHan = new RegExp(`([${han}]) ?\\. ?(?=[${han}])`, 'gu')
const spaceByHan = new RegExp(`([${han}·]) +(?=[${han}·])`, 'gu')

/** One dot (·, also for a full stop typed in its place), half-width letters, no invisible marks, and no space inside a Chinese name: '张　三' is 张三. */
export function normaliseName(text: string): string {
  return narrow(text.replace(/[\s\u3000]+/g, ' '))
    .replace(variationSelectors, '')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(dots, '·')
    .replace(/ +/g, ' ')
    .replace(stopInHan, '$1·')
    .replace(spaceByHan, '$1')
    .trim()
}

/** Han characters (rare ones beyond the first plane too, and the private codes GB 18030 gave a few), dot, Latin letters. */
export const nameCharacter = new RegExp(`^[${han}·A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff '’\\-]$`, 'u')
