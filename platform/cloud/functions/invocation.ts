/** What a function sees of its call: environment, event and context as the real cloud hands them over. */
import type { Clock } from '../clock'
import type { Caller, DeployedFunction } from '../manifest'
import type { CallEvent } from './event'
import type { Invocation } from './instance'

export interface Origin {
  caller: Caller
  /** The function that calls, when one does. */
  fn?: string
  openid?: string
  /** SOURCE as wx-server-sdk reports it. */
  source: string
}

export const APP_ID = 'wxlocal00000000001'
export const ENV_ID = 'local-1'
export const INSTANCE_ENV = {
  NODE_ENV: 'production',
  SCF_NAMESPACE: ENV_ID,
  SILENCE: 'true',
  TCB_ENV: ENV_ID,
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  TZ: 'UTC',
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID',
}

interface Surroundings {
  clock: Clock
  url(): string
}

export function invocation(
  name: string,
  declared: DeployedFunction,
  event: CallEvent,
  { openid, source }: Origin,
  requestId: string,
  { clock, url }: Surroundings,
): Invocation {
  const timeoutMs = declared.timeoutSeconds * 1000
  return {
    event: openid === undefined ? event.text : withUser(event, openid),
    env: {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url()}/admin?call=${requestId}&` }),
      TCB_SOURCE: source,
      WX_OPENID: openid ?? null,
      WX_APPID: openid === undefined ? null : APP_ID,
    },
    context: {
      callbackWaitsForEmptyEventLoop: false,
      function_name: name,
      function_version: '$LATEST',
      memory_limit_in_mb: declared.memoryMb,
      namespace: ENV_ID,
      request_id: requestId,
      time_limit_in_ms: timeoutMs,
    },
    fixedAt: clock.fixedAt(),
    timeoutMs,
  }
}

/** The real cloud adds who called to the event itself, over whatever the caller wrote there. */
const withUser = ({ text, fields }: CallEvent, openid: string): string =>
  fields ? JSON.stringify({ ...fields, userInfo: { appId: APP_ID, openId: openid } }) : text
