/** The contract of the function `paper`: what is printed. Other functions call it, no phone does. */
import * as v from 'valibot'
import { defineApi, write } from '../kernel/api'
import { RequestId } from '../kernel/schema'

const Line = v.pipe(v.string(), v.maxLength(120))

export const paperApi = defineApi('paper', '纸面', {
  poster: write({
    says: 'Draws the A4 poster of a site as PNG and PDF and keeps both; answers the two files.',
    who: 'anyone',
    from: ['function'],
    input: v.strictObject({
      requestId: RequestId,
      /** The folder and name both files are kept under. */
      path: v.pipe(v.string(), v.regex(/^sealed\/posters\/[A-Za-z0-9_-]+$/)),
      scene: v.pipe(v.string(), v.maxLength(32)),
      printedCode: Line,
      name: Line,
      address: Line,
      keeperName: Line,
      keeperPhone: Line,
    }),
    output: v.strictObject({ pngId: v.string(), pdfId: v.string() }),
    errors: [],
  }),
})
