/** What the compiler and the runtime call the same. */

/** The package whose root is empty is the main one. */
export const MAIN = ''

/** The name of a package's file below `/phone/`. */
export const scriptOf = (root: string): string => (root === MAIN ? 'main.js' : `package-${root.replace(/\//g, '-')}.js`)
