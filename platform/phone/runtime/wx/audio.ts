/** wx.createInnerAudioContext: a sound of the app's own, played through this computer. */
import { sourceOf } from './addresses'
import { asyncApis } from './define'
import { strict } from './lacking'
import { register } from './registry'

type Listener = (told: object) => void

/** By the browser's name; what is stopped is paused too, and says so itself. */
const EVENTS: Readonly<Record<string, string>> = {
  canplay: 'Canplay',
  play: 'Play',
  ended: 'Ended',
  timeupdate: 'TimeUpdate',
  waiting: 'Waiting',
  seeking: 'Seeking',
  seeked: 'Seeked',
}

/** WeChat's numbers for why nothing is heard. */
const FAILURES = { system: 10001, network: 10002, file: 10003, format: 10004 } as const
type Failing = keyof typeof FAILURES

class Sound {
  private readonly player = new Audio()
  private readonly listeners = new Map<string, Set<Listener>>()
  private source = ''
  private found: Promise<boolean> = Promise.resolve(false)
  startTime = 0
  obeyMuteSwitch = true
  referrerPolicy = 'no-referrer'

  constructor() {
    for (const [type, name] of Object.entries(EVENTS)) this.player.addEventListener(type, () => this.tell(name))
    this.player.addEventListener('error', () => {
      if (this.source !== '') this.fail(this.player.error?.code === MediaError.MEDIA_ERR_NETWORK ? 'network' : 'format')
    })
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(listener))
  }

  off(name: string, listener?: Listener): void {
    if (listener) this.listeners.get(name)?.delete(listener)
    else this.listeners.delete(name)
  }

  private tell(name: string, told: object = {}): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) listener(told)
  }

  private fail(why: Failing): void {
    this.tell('Error', { errCode: FAILURES[why], errMsg: `${why} error: ${this.source}` })
  }

  get src(): string {
    return this.source
  }
  set src(path: string) {
    this.source = path
    this.found = sourceOf(path).then(
      (address) => {
        if (this.source !== path) return false
        this.player.src = address
        this.player.currentTime = this.startTime
        return true
      },
      () => {
        this.fail('file')
        return false
      },
    )
  }

  get duration(): number {
    return Number.isFinite(this.player.duration) ? this.player.duration : 0
  }
  get currentTime(): number {
    return this.player.currentTime
  }
  get paused(): boolean {
    return this.player.paused
  }
  get buffered(): number {
    const { buffered } = this.player
    return buffered.length > 0 ? buffered.end(buffered.length - 1) : 0
  }

  get autoplay(): boolean {
    return this.player.autoplay
  }
  set autoplay(isOn: boolean) {
    this.player.autoplay = isOn
  }
  get loop(): boolean {
    return this.player.loop
  }
  set loop(isOn: boolean) {
    this.player.loop = isOn
  }
  get volume(): number {
    return this.player.volume
  }
  set volume(level: number) {
    this.player.volume = Math.min(1, Math.max(0, level))
  }
  get playbackRate(): number {
    return this.player.playbackRate
  }
  set playbackRate(rate: number) {
    this.player.playbackRate = Math.min(2, Math.max(0.5, rate))
  }

  async play(): Promise<void> {
    if (!(await this.found)) return
    await this.player.play().catch((failure: unknown) => {
      if (failure instanceof DOMException && failure.name === 'NotAllowedError') this.fail('system')
    })
  }

  pause(): void {
    if (this.player.paused) return
    this.player.pause()
    this.tell('Pause')
  }

  stop(): void {
    this.player.pause()
    this.player.currentTime = this.startTime
    this.tell('Stop')
  }

  seek(seconds: number): void {
    this.player.currentTime = seconds
  }

  destroy(): void {
    this.source = ''
    this.listeners.clear()
    this.player.pause()
    this.player.removeAttribute('src')
  }
}

/** Every kind of event has an on and an off of its own name. */
function made(): object {
  const sound = new Sound()
  for (const name of [...Object.values(EVENTS), 'Pause', 'Stop', 'Error'])
    Object.assign(sound, {
      [`on${name}`]: (listener: Listener) => sound.on(name, listener),
      [`off${name}`]: (listener?: Listener) => sound.off(name, listener),
    })
  return strict(sound, 'InnerAudioContext.')
}

register({ createInnerAudioContext: made, ...asyncApis({ setInnerAudioOption: () => undefined }) })
