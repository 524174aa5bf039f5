/** Where a Chromium stands on this machine, and how it is started so that it speaks to nobody else. */
import { existsSync } from 'node:fs'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

export const findChromium = (): string | undefined =>
  places.find((place): place is string => place !== undefined && place !== '' && existsSync(place))

export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  /** Every phone has an address of its own: none needs a process of its own, begun anew at each look. */
  '--disable-site-isolation-trials',
  '--in-process-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
