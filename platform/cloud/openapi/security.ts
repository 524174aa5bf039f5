/** security.msgSecCheck, version 2: a word list stands in for WeChat's judgement, its answers have the real shape. */
import { randomBytes } from 'node:crypto'
import { type Json, textOf } from '../json'
import { WxFailure } from './failure'

const MAX_LENGTH = 2500
const SCENES = [1, 2, 3, 4]

export type Suggest = 'pass' | 'review' | 'risky'

/** Words of each label; the real lists are WeChat's own. */
const WORDS: { label: number; suggest: Suggest; words: string[] }[] = [
  { label: 20002, suggest: 'risky', words: ['裸聊', '卖淫'] },
  { label: 20003, suggest: 'risky', words: ['傻逼', '去死'] },
  { label: 20006, suggest: 'risky', words: ['代开发票', '贩毒', '办假证'] },
  { label: 20008, suggest: 'risky', words: ['刷单返利', '稳赚不赔'] },
  { label: 10001, suggest: 'review', words: ['加我微信', '扫码领红包'] },
]

/** What WeChat calls a text or picture it has nothing against. */
export const PASS = { suggest: 'pass', label: 100 } as const

/** What both checks ask of a call: version 2, a scene, and somebody who used the mini-program within two hours. */
export function checkCaller({ version, scene, openid }: Json, isFresh: (openid: string) => boolean): string {
  if (version !== 2 || !SCENES.includes(Number(scene)))
    throw new WxFailure(40097, 'invalid args: version must be 2, scene 1 to 4')
  const person = textOf(openid) ?? ''
  if (isFresh(person)) return person
  throw new WxFailure(61010, 'code is expired: the person has not used the mini-program for two hours')
}

export const traceId = (): string => [8, 8, 8].map((digits) => randomBytes(digits / 2).toString('hex')).join('-')

export function checkText(parameters: Json, isFresh: (openid: string) => boolean): Json {
  const content = textOf(parameters.content) ?? ''
  if (content === '') throw new WxFailure(44002, 'empty post data')
  if ([...content].length > MAX_LENGTH) throw new WxFailure(45002, 'content size out of limit')
  checkCaller(parameters, isFresh)
  const text = [content, parameters.title, parameters.nickname, parameters.signature]
    .filter((one) => typeof one === 'string')
    .join('\n')
  const found = WORDS.find(({ words }) => words.some((word) => text.includes(word)))
  const { suggest, label } = found ?? PASS
  const keyword = found?.words.filter((word) => text.includes(word)).join(',')
  return {
    result: { suggest, label },
    detail: [
      { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
      { strategy: 'keyword', errcode: 0, suggest, label, ...(keyword && { level: 90, keyword }) },
    ],
    trace_id: traceId(),
  }
}
