/** The app as it was compiled: its code by package, its styles, its templates and what its JSON files say. */
import type { AppData } from '../compile'

export type ModuleBody = (...given: unknown[]) => void

export interface PhoneApp {
  modules: Record<string, ModuleBody>
  styles: Record<string, string>
  templates: Record<string, object>
  data: AppData
}

declare global {
  var phoneApp: PhoneApp
}

export const app: PhoneApp = globalThis.phoneApp
export const appData: AppData = app.data
