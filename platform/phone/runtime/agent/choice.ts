/** Reads what a test answers an open sheet with. */
import type { Choice, GivenFile } from '../layer'
import { type Asked, isObject, textIn } from './asked'

function fileOf(given: unknown): GivenFile {
  if (!isObject(given)) throw new Error('a file is { name, base64 }')
  const { type } = given
  return { name: textIn(given, 'name'), base64: textIn(given, 'base64'), ...(typeof type === 'string' && { type }) }
}

export function choiceIn(asked: Asked): Choice {
  const { sheet, button, text, index, value, files } = asked
  return {
    ...(typeof sheet === 'string' && { sheet }),
    ...(typeof button === 'string' && { button }),
    ...(typeof text === 'string' && { text }),
    ...(typeof index === 'number' && { index }),
    ...(value !== undefined && { value }),
    ...(Array.isArray(files) && { files: files.map(fileOf) }),
  }
}
