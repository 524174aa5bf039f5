/** A shake under the hand and a tone for the ear: high when the gift is taken here, low when it is not; the eye is on the parcel. */
import Taro from '@tarojs/taro'
import { vibrate } from '../../cloud/vibrate'

const RATE = 8000
const SAMPLES = 1200
const FADE = 200
const HEADER = 44
const MIDDLE = 128
const LOUD = 100
const tones = { yes: 1320, no: 330 } as const

/** One tone as an uncompressed sound file: eight bits, one channel. */
const toneOf = (hertz: number): ArrayBuffer => {
  const sound = new DataView(new ArrayBuffer(HEADER + SAMPLES))
  const word = (at: number, letters: string) =>
    [...letters].forEach((letter, n) => {
      sound.setUint8(at + n, letter.charCodeAt(0))
    })
  word(0, 'RIFF')
  sound.setUint32(4, HEADER - 8 + SAMPLES, true)
  word(8, 'WAVEfmt ')
  sound.setUint32(16, 16, true)
  sound.setUint16(20, 1, true)
  sound.setUint16(22, 1, true)
  sound.setUint32(24, RATE, true)
  sound.setUint32(28, RATE, true)
  sound.setUint16(32, 1, true)
  sound.setUint16(34, 8, true)
  word(36, 'data')
  sound.setUint32(40, SAMPLES, true)
  for (let n = 0; n < SAMPLES; n += 1) {
    const fading = Math.min(1, n / FADE, (SAMPLES - n) / FADE)
    sound.setUint8(HEADER + n, Math.round(MIDDLE + LOUD * fading * Math.sin((2 * Math.PI * hertz * n) / RATE)))
  }
  return sound.buffer
}

/** A phone that cannot play it has shaken all the same. */
const play = (name: keyof typeof tones): void => {
  if (!Taro.canIUse('createInnerAudioContext')) return
  const path = `${Taro.env.USER_DATA_PATH}/tone-${name}.wav`
  Taro.getFileSystemManager().writeFile({
    filePath: path,
    data: toneOf(tones[name]),
    success: () => {
      const player = Taro.createInnerAudioContext()
      player.onEnded(() => player.destroy())
      player.onError(() => player.destroy())
      player.src = path
      player.play()
    },
  })
}

export const sayAloud = (isTakenHere: boolean): void => {
  vibrate()
  play(isTakenHere ? 'yes' : 'no')
}
