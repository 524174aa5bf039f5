/** Finds our scene in whatever a scanner read: a mini-program path, a link of ours, or the bare scene. */
import { AppError } from '../../domain/kernel/errors'

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new AppError('CODE_DAMAGED')
  }
}

/** WeChat hands a scene over URL-encoded; a scene of ours begins with one letter and '='. */
export const sceneIn = (read: string): string => {
  const parameter = /[?&]scene=([^&#]*)/.exec(read)?.[1]
  const scene = decoded(parameter ?? read)
  if (!/^[a-z]=/.test(scene)) throw new AppError('CODE_FOREIGN')
  return scene
}

/** An invitation and a donor's slip have pages of their own. */
const pages: Readonly<Record<string, string>> = { 'i=': '/desk/accept/index', 'h=': '/desk/station/index' }

/** The page a scene belongs to; what is not known here is for the site page to judge. */
export const pageOf = (scene: string): string => {
  const page = pages[scene.slice(0, 2)] ?? '/pages/worker/scan/index'
  return `${page}?scene=${encodeURIComponent(scene)}`
}
