/** A batch's hash as people compare it: the ends of it, in fours. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)} … ${hash.slice(-4)}`

/** Whole, in groups that can be read aloud and do not run off the screen. */
export const wholeHash = (hash: string): string => hash.replace(/(.{4})(?=.)/g, '$1 ')
