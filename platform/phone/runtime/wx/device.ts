/** What the app is told of the phone it runs on: its screen, its letters, its WeChat. */
import { appData } from '../app-data'
import { entered, launched } from '../entry'
import { CAPSULE, STATUS_BAR_HEIGHT } from '../frame'
import { elementById } from '../pages'
import { asyncApis } from './define'
import { phoneStorage } from './phone-storage'
import { register } from './registry'

const LETTERS_PX = 16
const SDK_VERSION = '3.8.10'
const SYSTEM = { brand: 'desk', model: 'desk', system: 'Android 13', platform: 'android' }

/** How much larger than usual the owner likes letters: 1 when nobody has chosen. */
export const fontScale = (): number => {
  const scale = phoneStorage.read('font-scale')
  return typeof scale === 'number' ? scale : 1
}
/** Counts from the next start of the app, as in WeChat. */
export const setFontScale = (scale: number): void => phoneStorage.write('font-scale', scale)

function windowInfo(): Record<string, unknown> {
  const { innerWidth: width, innerHeight: height, devicePixelRatio: pixelRatio } = globalThis
  const pages = elementById('wx-pages').getBoundingClientRect()
  const top = STATUS_BAR_HEIGHT
  return {
    pixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: pages.height,
    statusBarHeight: top,
    safeArea: { left: 0, top, right: width, bottom: height, width, height: height - top },
    screenTop: pages.top,
  }
}

const themeNow = (): string => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

const baseInfo = (): Record<string, unknown> => ({
  SDKVersion: SDK_VERSION,
  enableDebug: false,
  host: { appId: '', env: 'WeChat' },
  language: 'zh_CN',
  version: '8.0.50',
  theme: appData.appJson.darkmode === true ? themeNow() : 'light',
  fontSizeScaleFactor: fontScale(),
  fontSizeSetting: Math.round(LETTERS_PX * fontScale()),
})

const deviceInfo = (): Record<string, unknown> => ({
  ...SYSTEM,
  abi: 'arm64-v8a',
  benchmarkLevel: 20,
  cpuType: 'desk',
  deviceAbi: 'arm64-v8a',
  memorySize: '4096',
})

const systemSetting = (): object => ({
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: innerHeight >= innerWidth ? 'portrait' : 'landscape',
})

const authorizeSetting = (): object => ({
  albumAuthorized: 'authorized',
  bluetoothAuthorized: 'not determined',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'authorized',
  locationReducedAccuracy: false,
  microphoneAuthorized: 'authorized',
  notificationAuthorized: 'authorized',
  phoneCalendarAuthorized: 'not determined',
})

const systemInfo = (): object => ({
  ...deviceInfo(),
  ...windowInfo(),
  ...baseInfo(),
  ...systemSetting(),
  albumAuthorized: true,
  cameraAuthorized: true,
  locationAuthorized: true,
  microphoneAuthorized: true,
  notificationAuthorized: true,
})

const capsule = (): object => {
  const { width, height, top, right } = CAPSULE
  const edge = innerWidth - right
  return { width, height, top, right: edge, bottom: top + height, left: edge - width }
}

register({
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getSystemInfoSync: systemInfo,
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: baseInfo,
  getSystemSetting: systemSetting,
  getAppAuthorizeSetting: authorizeSetting,
  getMenuButtonBoundingClientRect: capsule,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wxdesk', envVersion: 'develop', version: '' } }),
  getLaunchOptionsSync: () => ({ ...launched() }),
  getEnterOptionsSync: () => ({ ...entered() }),
  getExtConfigSync: () => ({}),
  ...asyncApis({
    getSystemInfo: systemInfo,
    getSystemInfoAsync: systemInfo,
    getBatteryInfo: () => ({ level: 100, isCharging: true }),
    getScreenBrightness: () => ({ value: 1 }),
    setScreenBrightness: () => undefined,
    setKeepScreenOn: () => undefined,
    vibrateShort: () => void navigator.vibrate?.(15),
    vibrateLong: () => void navigator.vibrate?.(400),
    getExtConfig: () => ({ extConfig: {} }),
  }),
})
