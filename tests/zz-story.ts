import { checkCharacter } from '../domain/worker/documents/citizen'
import { cardNumber } from './builders/claims'
const body = '41000019780312551'
console.log(body + checkCharacter(body), cardNumber(7123), cardNumber(7568), cardNumber(7234))
if (process.argv[2]) {
  const { liveThrough } = require('./builders/story')
  liveThrough().then(async ({ town, heard }: any) => { console.log('ok', heard.length); await town.stop(); process.exit(0) }, (e: any) => { console.error(e, JSON.stringify(e.detail)); process.exit(1) })
}
