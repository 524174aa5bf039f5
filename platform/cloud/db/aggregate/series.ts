/** Preferred numbers: the series by which `$bucketAuto` rounds its boundaries, Renard's, the E series, 1-2-5 and powers of two. */
import { fail } from '../../errors'
import { approximate, isNumeric } from '../numbers'
import type { Value } from '../values'
import type { Result } from './result'

/** To the next number of the series above, and to the one below; zero stays. */
export interface Rounder {
  up(value: Result): Result
  down(value: Result): Result
}

const E192 = `100 101 102 104 105 106 107 109 110 111 113 114 115 117 118 120 121 123 124 126 127 129 130 132 133 135 137
138 140 142 143 145 147 149 150 152 154 156 158 160 162 164 165 167 169 172 174 176 178 180 182 184 187 189 191 193 196
198 200 203 205 208 210 213 215 218 221 223 226 229 232 234 237 240 243 246 249 252 255 258 261 264 267 271 274 277 280
284 287 291 294 298 301 305 309 312 316 320 324 328 332 336 340 344 348 352 357 361 365 370 374 379 383 388 392 397 402
407 412 417 422 427 432 437 442 448 453 459 464 470 475 481 487 493 499 505 511 517 523 530 536 542 549 556 562 569 576
583 590 597 604 612 619 626 634 642 649 657 665 673 681 690 698 706 715 723 732 741 750 759 768 777 787 796 806 816 825
835 845 856 866 876 887 898 909 920 931 942 953 965 976 988`

const numbers = (text: string): number[] => text.split(/\s+/).map(Number)
const every = (step: number, text: string): number[] => numbers(text).filter((_number, index) => index % step === 0)

const R20 = '100 112 125 140 160 180 200 224 250 280 315 355 400 450 500 560 630 710 800 900'
/** MongoDB's R40 has no 335 and its R80 none of R40's numbers; so it is here. */
const R40 = `100 106 112 118 125 132 140 150 160 170 180 190 200 212 224 236 250 265 280 300 315 355 375 400 425 450 475
500 530 560 600 630 670 710 750 800 850 900 950`
const R80 = `103 109 115 122 128 136 145 155 165 175 185 195 206 218 230 243 258 272 290 307 325 345 365 387 412 437 462
487 515 545 575 615 650 690 730 775 825 875 925 975`
const E24 = '10 11 12 13 15 16 18 20 22 24 27 30 33 36 39 43 47 51 56 62 68 75 82 91'

const SERIES: Record<string, number[]> = {
  R5: numbers('10 16 25 40 63'),
  R10: every(2, R20),
  R20: numbers(R20),
  R40: numbers(R40),
  R80: numbers(R80),
  '1-2-5': numbers('10 20 50'),
  E6: every(4, E24),
  E12: every(2, E24),
  E24: numbers(E24),
  E48: every(4, E192),
  E96: every(2, E192),
  E192: numbers(E192),
}

export function rounderOf(name: Value): Rounder {
  if (typeof name !== 'string') throw fail("The $bucketAuto 'granularity' field must be a string")
  const series = Object.hasOwn(SERIES, name) ? SERIES[name] : undefined
  if (!series && name !== 'POWERSOF2') throw fail(`Unknown rounding granularity '${name}'`)
  const above = series
    ? (value: number) => aboveIn(series, value)
    : (value: number) => 2 ** (Math.floor(Math.log2(value)) + 1)
  const below = series
    ? (value: number) => belowIn(series, value)
    : (value: number) => 2 ** (Math.ceil(Math.log2(value)) - 1)
  const rounding =
    (round: (value: number) => number) =>
    (value: Result): Result => {
      const number = isNumeric(value) ? approximate(value) : 0
      return number === 0 || !Number.isFinite(number) ? value : round(number)
    }
  return { up: rounding(above), down: rounding(below) }
}

/** The series' numbers from one that is too small to one that is too large, scaled as MongoDB scales: step by step from its own. */
function* around(series: number[], value: number): Generator<number> {
  const [first, last] = [series[0] ?? 1, series.at(-1) ?? 1]
  let scale = 1
  while (value <= first * scale) scale /= 10
  while (value > last * scale * 10) scale *= 10
  for (const one of [scale, scale * 10, scale * 100]) for (const number of series) yield number * one
}

function aboveIn(series: number[], value: number): number {
  for (const number of around(series, value)) if (number > value) return number
  return Number.POSITIVE_INFINITY
}

const belowIn = (series: number[], value: number): number =>
  [...around(series, value)].reduce((best, number) => (number < value ? number : best), 0)
