/** security.msgSecCheck, version 2: a word list stands in for WeChat's judgement, its answers have the real shape. */
import { randomUUID } from 'node:crypto'
import { type Json, textOf } from '../json'
import { WxFailure } from './failure'

const MAX_LENGTH = 2500
const SCENES = [1, 2, 3, 4]

/** Words of each label; the real lists are WeChat's own. */
const WORDS: [label: number, suggest: 'risky' | 'review', words: string[]][] = [
  [20002, 'risky', ['裸聊', '卖淫']],
  [20003, 'risky', ['傻逼', '去死']],
  [20006, 'risky', ['代开发票', '贩毒', '办假证']],
  [20008, 'risky', ['刷单返利', '稳赚不赔']],
  [10001, 'review', ['加我微信', '扫码领红包']],
]

export function checkText(parameters: Json, isFresh: (openid: string) => boolean): Json {
  const content = textOf(parameters.content) ?? ''
  const openid = textOf(parameters.openid) ?? ''
  if (parameters.version !== 2 || !SCENES.includes(Number(parameters.scene)))
    throw new WxFailure(40097, 'invalid args: version must be 2, scene 1 to 4')
  if (content === '') throw new WxFailure(44002, 'empty post data')
  if ([...content].length > MAX_LENGTH) throw new WxFailure(45002, 'content size out of limit')
  if (!isFresh(openid))
    throw new WxFailure(61010, 'code is expired: the person has not used the mini-program for two hours')
  const text = [content, parameters.title, parameters.nickname, parameters.signature]
    .filter((one) => typeof one === 'string')
    .join('\n')
  const found = WORDS.find(([, , words]) => words.some((word) => text.includes(word)))
  const [label, suggest] = found ?? [100, 'pass']
  return {
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    trace_id: randomUUID(),
  }
}
