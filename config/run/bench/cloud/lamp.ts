/** The document every figure of the cloud is measured on: 0.9 KB as it is stored, one of a hundred places. */
const words = '愿'.repeat(230)

export const placeOf = (n: number): string => `p${n % 100}`
export const atOf = (n: number): string => new Date(Date.UTC(2021, 0, 1) + n * 1000).toISOString()

export const lampText = (n: number): string =>
  JSON.stringify({
    _id: `lamp-${n}`,
    place: placeOf(n),
    at: atOf(n),
    state: 'dark',
    code: `c${n}`,
    words,
    version: { $numberInt: '0' },
    events: [],
  })

export const newLamp = (n: number) => ({ code: `n${n}`, place: placeOf(n), at: atOf(1_000_000 + n), words })
