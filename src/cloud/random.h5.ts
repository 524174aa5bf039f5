/** Request ids in a browser. */

/** 32 hexadecimal signs: one for each deed, kept while it is tried again. */
export const newRequestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (value) => value.toString(16).padStart(2, '0')).join('')
