/** Lengths only a phone knows, in CSS's own words; the page's height is without the bars around it. */

/** The screen is 750 rpx wide. */
const RPX_IN_VW = 7.5
const RPX = /(-?\d*\.?\d+)rpx\b/g
const VH = /(-?\d*\.?\d+)vh\b/g

export const cssLengths = (value: string): string =>
  value
    .replace(RPX, (_, length: string) => `${Number((Number(length) / RPX_IN_VW).toFixed(5))}vw`)
    .replace(VH, (_, length: string) => `calc(var(--page-vh) * ${length})`)
