/** Boxes around the places documents hold, in an R*Tree: what a 2dsphere index is here. */
import { fail } from '../errors'
import { type Bounds, boundsOf, readShape } from './geo'
import { leavesOf } from './paths'
import type { Store } from './store'
import { type Document, shown, type Value } from './values'

export class Areas {
  constructor(
    private readonly store: Store,
    private readonly name: string,
    private readonly paths: string[],
  ) {}

  tableOf(path: string): string | undefined {
    const position = this.paths.indexOf(path)
    return position < 0 ? undefined : `${this.name}_${position}`
  }

  /** One more path, empty as yet. */
  add(path: string): void {
    this.paths.push(path)
    this.store.exec(`CREATE VIRTUAL TABLE ${this.tableOf(path)} USING rtree(seq, west, east, south, north)`)
  }

  write(seq: number, document: Document): void {
    for (const path of this.paths) {
      const bounds = boundsIn(leavesOf(document, path))
      const table = this.tableOf(path)
      if (!bounds) this.store.run(`DELETE FROM ${table} WHERE seq = ?`, [seq])
      else
        this.store.run(`INSERT OR REPLACE INTO ${table} (seq, west, east, south, north) VALUES (?, ?, ?, ?, ?)`, [
          seq,
          bounds.west,
          bounds.east,
          bounds.south,
          bounds.north,
        ])
    }
  }

  clear(seq: number): void {
    for (const path of this.paths) this.store.run(`DELETE FROM ${this.tableOf(path)} WHERE seq = ?`, [seq])
  }
}

/** Around everything at a path; what is missing, null or an empty list has no place. */
function boundsIn(leaves: (Value | undefined)[]): Bounds | undefined {
  const places = leaves.flatMap((leaf) => (Array.isArray(leaf) && !readShape(leaf) ? leaf : [leaf]))
  const boxes = places.flatMap((place) => {
    if (place === undefined || place === null) return []
    const shape = readShape(place)
    if (!shape) throw fail(`Can't extract geo keys: unknown GeoJSON type or coordinates: ${shown(place)}`)
    return [boundsOf(shape)]
  })
  if (boxes.length === 0) return undefined
  return {
    west: Math.min(...boxes.map((box) => box.west)),
    south: Math.min(...boxes.map((box) => box.south)),
    east: Math.max(...boxes.map((box) => box.east)),
    north: Math.max(...boxes.map((box) => box.north)),
  }
}
