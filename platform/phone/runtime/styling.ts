/** Which style sheets a page is drawn with: the app's, its own, and those of the components it uses. */
import { app, appData } from './app-data'
import { resolve } from './modules'

const sheet = (css: string): HTMLStyleElement => {
  const made = document.createElement('style')
  made.textContent = css
  return made
}

const ofComponents = (id: string, seen: Set<string>): string[] => {
  if (seen.has(id)) return []
  seen.add(id)
  const using = { ...appData.appJson.usingComponents, ...appData.jsons[id]?.usingComponents }
  return Object.values(using).flatMap((path) => {
    const used = resolve(id, path)
    return [app.styles[used] ?? '', ...ofComponents(used, seen)]
  })
}

export const drawAppStyles = (): void => document.head.append(sheet(app.styles.app ?? ''))

/** A page that is not in front is another web view: its sheets are off. */
export function turnStyles(box: HTMLElement, isOn: boolean): void {
  for (const style of box.querySelectorAll<HTMLStyleElement>(':scope > style')) style.media = isOn ? 'all' : 'not all'
}

export function stylesOf(route: string): HTMLStyleElement[] {
  const texts = [...ofComponents(route, new Set()), app.styles[route] ?? '']
  return texts.filter((css) => css !== '').map(sheet)
}
