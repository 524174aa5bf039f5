/** What `$group` and its like gather over many documents, one value after the other. */
import { Decimal128 } from 'bson'
import { fail, refuse } from '../../errors'
import { add, approximate, isInt64, isNumeric, type Numeric } from '../numbers'
import { compareKeys } from '../order'
import { type Document, isDocument, type Value } from '../values'
import { divideDecimals } from './quotient'
import { isNothing, keyOf, type Result, sizeOf, typeName } from './result'

export interface Accumulator {
  add(value: Result): void
  result(): Result
  /** How many bytes are held on to. */
  readonly bytes: number
}

/** Whole numbers and decimals exactly, doubles with what rounding loses carried along. */
class Total {
  count = 0
  private whole = 0n
  private double = 0
  private lost = 0
  private decimal: Numeric | undefined
  private isWhole = true

  add(value: Result): void {
    if (!isNumeric(value)) return
    this.count++
    if (value instanceof Decimal128) this.decimal = add(this.decimal ?? 0, value)
    else if (isInt64(value)) this.whole += BigInt(value)
    else this.addDouble(Number(value))
  }

  private addDouble(value: number): void {
    this.isWhole = false
    const next = this.double + value
    this.lost += Math.abs(this.double) >= Math.abs(value) ? this.double - next + value : value - next + this.double
    this.double = next
  }

  /** An integer beyond 64 bits becomes a double, as in MongoDB. */
  result(): Numeric {
    const whole = this.wholeResult()
    if (!this.isWhole) {
      const doubles = Number.isFinite(this.lost) ? this.double + this.lost : this.double
      return this.decimal === undefined ? Number(whole) + doubles : add(add(this.decimal, whole), doubles)
    }
    return this.decimal === undefined ? whole : add(this.decimal, whole)
  }

  private wholeResult(): Numeric {
    const number = Number(this.whole)
    return Number.isSafeInteger(number) || Math.abs(number) >= 2 ** 63 ? number : this.whole
  }
}

class Sum implements Accumulator {
  readonly bytes = 64
  protected readonly total = new Total()

  add(value: Result): void {
    this.total.add(value)
  }

  result(): Result {
    return this.total.result()
  }
}

class Average extends Sum {
  override result(): Result {
    if (this.total.count === 0) return null
    const total = this.total.result()
    return total instanceof Decimal128 ? divideDecimals(total, this.total.count) : approximate(total) / this.total.count
  }
}

/** Welford's way: one pass, and no digits lost to large means. */
class Deviation implements Accumulator {
  readonly bytes = 64
  private count = 0
  private mean = 0
  private squares = 0

  constructor(private readonly isSample: boolean) {}

  add(value: Result): void {
    if (!isNumeric(value)) return
    this.count++
    const off = approximate(value) - this.mean
    this.mean += off / this.count
    this.squares += off * (approximate(value) - this.mean)
  }

  result(): Result {
    const over = this.isSample ? this.count - 1 : this.count
    return over > 0 ? Math.sqrt(this.squares / over) : null
  }
}

class Extreme implements Accumulator {
  private best: Result
  bytes = 0

  constructor(private readonly way: 1 | -1) {}

  add(value: Result): void {
    if (isNothing(value) || (this.best !== undefined && compareKeys(value, this.best) * this.way <= 0)) return
    this.best = value
    this.bytes = sizeOf(value)
  }

  result(): Result {
    return this.best ?? null
  }
}

class End implements Accumulator {
  private kept: { value: Result } | undefined
  bytes = 0

  constructor(private readonly isFirst: boolean) {}

  add(value: Result): void {
    if (this.isFirst && this.kept) return
    this.kept = { value }
    this.bytes = sizeOf(value)
  }

  result(): Result {
    return this.kept?.value
  }
}

class List implements Accumulator {
  private readonly values: Value[] = []
  private readonly seen = new Set<string>()
  bytes = 0

  constructor(private readonly isSet: boolean) {}

  add(value: Result): void {
    if (value === undefined) return
    if (this.isSet) {
      const key = keyOf(value)
      if (this.seen.has(key)) return
      this.seen.add(key)
    }
    this.values.push(value)
    this.bytes += sizeOf(value)
  }

  result(): Result {
    return this.values
  }
}

class Merged implements Accumulator {
  private merged: Document = {}
  bytes = 0

  add(value: Result): void {
    if (isNothing(value)) return
    if (!isDocument(value)) throw fail(`$mergeObjects requires object inputs, but input is of type ${typeName(value)}`)
    this.merged = { ...this.merged, ...value }
    this.bytes = sizeOf(this.merged)
  }

  result(): Result {
    return this.merged
  }
}

const ACCUMULATORS = new Map<string, () => Accumulator>([
  ['$sum', () => new Sum()],
  ['$avg', () => new Average()],
  ['$min', () => new Extreme(-1)],
  ['$max', () => new Extreme(1)],
  ['$first', () => new End(true)],
  ['$last', () => new End(false)],
  ['$push', () => new List(false)],
  ['$addToSet', () => new List(true)],
  ['$stdDevPop', () => new Deviation(false)],
  ['$stdDevSamp', () => new Deviation(true)],
  ['$mergeObjects', () => new Merged()],
])

export function accumulatorOf(name: string): () => Accumulator {
  const make = ACCUMULATORS.get(name)
  if (make) return make
  throw refuse(`The group operator ${name}`)
}
