/** The contract of the function `paper`: what is printed. Other functions call it, no phone does. */
import * as v from 'valibot'
import { defineApi, write } from '../kernel/api'
import { RequestId } from '../kernel/schema'

const Line = v.pipe(v.string(), v.maxLength(120))
const once = { requestId: RequestId }
const scene = v.pipe(v.string(), v.maxLength(32))
/** The folder and name a paper's files are kept under. */
const pathIn = <F extends string>(folder: F) =>
  v.pipe(v.string(), v.regex(new RegExp(`^sealed/${folder}/[A-Za-z0-9_-]+$`)))
const Files = v.strictObject({ pngId: v.string(), pdfId: v.string() })

export const paperApi = defineApi('paper', '纸面', {
  poster: write({
    says: 'Draws the A4 poster of a site as PNG and PDF and keeps both; answers the two files.',
    who: 'anyone',
    from: ['function'],
    input: v.strictObject({
      ...once,
      path: pathIn('posters'),
      scene,
      printedCode: Line,
      name: Line,
      address: Line,
      keeperName: Line,
      keeperPhone: Line,
    }),
    output: Files,
    errors: [],
  }),
  drivePoster: write({
    says: 'Draws the poster of a wish drive, A4, with its code; answers the two files.',
    who: 'anyone',
    from: ['function'],
    input: v.strictObject({ ...once, path: pathIn('posters'), scene, title: Line, kinds: Line, until: Line }),
    output: Files,
    errors: [],
  }),
  label: write({
    says: 'Draws the label of a gift, 100 mm by 60: its number, what it is, for whom (masked), where it is handed out.',
    who: 'anyone',
    from: ['function'],
    input: v.strictObject({
      ...once,
      path: pathIn('labels'),
      number: Line,
      gift: Line,
      receiver: Line,
      station: Line,
      takenIn: Line,
    }),
    output: Files,
    errors: [],
  }),
})
