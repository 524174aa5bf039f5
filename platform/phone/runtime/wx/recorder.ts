/** wx.getRecorderManager: what a person says, as a file. This computer does not listen: a recording made before stands for it. */
import { askFiles } from '../layer/files'
import type { Picked } from '../layer/pictures'
import { failureOf, numberIn, type Options, optionsIn, textIn } from './define'
import { keepTemporary } from './files'
import { strict } from './lacking'
import { authorizePrivacy } from './privacy'
import { register } from './registry'
import { authorizeScope } from './settings'

const USUAL_MS = 60_000
const LONGEST_MS = 600_000
const FORMATS = ['aac', 'mp3', 'wav', 'PCM']

const EVENTS = ['Start', 'Pause', 'Resume', 'Stop', 'Error', 'InterruptionBegin', 'InterruptionEnd'] as const
type Event = (typeof EVENTS)[number]
type Listener = (told: object) => void

interface Recording {
  said: Picked
  format: string
  isPaused: boolean
  /** How long it may still go on, and since when. */
  leftMs: number
  since: number
  timer: ReturnType<typeof setTimeout> | undefined
}

/** One for the whole app, and of each kind the listener that was given last. */
const listeners = new Map<Event, Listener>()
const tell = (event: Event, told: object = {}): void => listeners.get(event)?.(told)

let recording: Recording | undefined
let isStarting = false

const refuse = (words: string): undefined => void tell('Error', { errMsg: `operateRecorder:fail ${words}` })

/** Undefined when it cannot be heard here. */
async function lengthOf({ bytes }: Picked): Promise<number | undefined> {
  const ear = new OfflineAudioContext(1, 1, 8000)
  const heard = await ear.decodeAudioData(bytes.slice().buffer).catch(() => undefined)
  return heard && Math.round(heard.duration * 1000)
}

async function listen(options: Options): Promise<Recording> {
  await authorizePrivacy('RecorderManager.start')
  await authorizeScope('scope.record')
  const words = '这台电脑不录音，挑一段录好的，当作刚说的话。'
  const files = await askFiles({ title: '录音', name: 'recording', words, most: 1, accept: 'audio/*' })
  const said = files?.[0]
  if (!said) throw new Error('cancel')
  const leftMs = Math.min(numberIn(options, 'duration', USUAL_MS), LONGEST_MS)
  return { said, format: textIn(options, 'format', 'aac'), isPaused: true, leftMs, since: 0, timer: undefined }
}

function run(of: Recording): void {
  of.isPaused = false
  of.since = performance.now()
  of.timer = setTimeout(() => void stop(), of.leftMs)
}

function halt(of: Recording): void {
  clearTimeout(of.timer)
  if (!of.isPaused) of.leftMs -= performance.now() - of.since
  of.isPaused = true
}

async function start(given: unknown): Promise<void> {
  const options = optionsIn(given)
  if (recording || isStarting) return refuse("audio is recording, don't start record again")
  if (!FORMATS.includes(textIn(options, 'format', 'aac'))) return refuse('invalid format')
  isStarting = true
  try {
    recording = await listen(options)
    run(recording)
    tell('Start')
  } catch (failure) {
    tell('Error', failureOf('operateRecorder', failure))
  } finally {
    isStarting = false
  }
}

async function stop(): Promise<void> {
  const ended = recording
  if (!ended) return refuse('recorder not start')
  recording = undefined
  halt(ended)
  const { said, format } = ended
  const duration = (await lengthOf(said)) ?? 0
  const tempFilePath = keepTemporary(said.bytes, format.toLowerCase())
  tell('Stop', { tempFilePath, duration, fileSize: said.bytes.length })
}

function pause(): undefined {
  if (!recording || recording.isPaused) return refuse('not recording')
  halt(recording)
  tell('Pause')
}

function resume(): undefined {
  if (!recording?.isPaused) return refuse('not paused')
  run(recording)
  tell('Resume')
}

const recorder = strict(
  {
    start: (given: unknown) => void start(given),
    stop: () => void stop(),
    pause,
    resume,
    ...Object.fromEntries(
      EVENTS.map((event) => [`on${event}`, (listener: Listener) => void listeners.set(event, listener)]),
    ),
  },
  'RecorderManager.',
)

register({ getRecorderManager: () => recorder })
