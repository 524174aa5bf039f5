/** `npm run build`: everything that goes out, made and gated. */
import { buildAll } from './building'
import { command } from './say'

command(() => buildAll(['weapp', 'h5'], (line) => console.log(line)))
