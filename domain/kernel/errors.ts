/** Every failure a person can meet: the code crosses the wire, the words and the one way on stay here. */

/** What a page offers beside the words, so that no failure is a dead end (UI.md §1.3). */
export type WayOn =
  | 'retry'
  | 'call'
  | 'scan'
  | 'enterCode'
  | 'home'
  | 'mend'
  | 'reload'
  | 'agree'
  | 'update'
  | 'promises'

type Row = { readonly text: string; readonly wayOn: WayOn }

export const errors = {
  INPUT_INVALID: { text: '有几处要改，看看标红的地方', wayOn: 'mend' },
  INPUT_TOO_LARGE: { text: '内容太多了，分几次送', wayOn: 'mend' },
  IDENTITY_MISSING: { text: '没认出您的微信，从微信里再打开一次', wayOn: 'retry' },
  FORBIDDEN: { text: '这件事不归您办', wayOn: 'home' },
  NOT_FOUND: { text: '这里没有东西，或者不归您看', wayOn: 'home' },
  ACTION_NOT_ALLOWED: { text: '现在这一步还不能做', wayOn: 'reload' },
  CONFLICT: { text: '刚才有人改过了，看看新的再定', wayOn: 'reload' },
  NOT_CALLABLE: { text: '这个入口不对外开放', wayOn: 'home' },
  UPGRADE_REQUIRED: { text: '这是旧版，换成新版接着办。您填的都存着，不用再填', wayOn: 'update' },
  INTERNAL: { text: '没打开，再试一次', wayOn: 'retry' },
  UNREACHABLE: { text: '没有信号，先存着', wayOn: 'retry' },
  CODE_DAMAGED: { text: '码看不清。擦干净再扫，或输编号', wayOn: 'enterCode' },
  CODE_REVOKED: { text: '这个码停用了。找工地负责人换新码', wayOn: 'enterCode' },
  CODE_FOREIGN: { text: '这不是我们的码。别在别处填身份证', wayOn: 'enterCode' },
  SITE_BUSY: { text: '这个码今天登记的人太多，先停一停。找工地负责人，或打 12345', wayOn: 'call' },
  DEVICE_LIMIT_REACHED: { text: '这部手机登记的人太多了。找工地负责人代办', wayOn: 'call' },
  TRIES_USED_UP: { text: '今天试的次数太多了，明天再试，或打 12345 问', wayOn: 'call' },
  CONSENT_REQUIRED: { text: '要您先同意，才能登记', wayOn: 'agree' },
  CONSENT_OUTDATED: { text: '说明改过了，再看一遍', wayOn: 'agree' },
  UNDERAGE: { text: '您还不满 16 岁。会有人来帮您，不是罚您', wayOn: 'call' },
  ALREADY_REGISTERED: { text: '您已经登记过了', wayOn: 'home' },
  DOCUMENT_IN_USE: { text: '这个证件号有人登记过，不能改成它。找工地负责人，或打 12345', wayOn: 'call' },
  PHONE_CODE_INVALID: { text: '没取到手机号，再点一次，或自己输', wayOn: 'retry' },
  PHONE_QUOTA_GONE: { text: '现在取不到微信手机号，自己输一下', wayOn: 'mend' },
  INVITATION_INVALID: { text: '这张邀请码用过了、过期了，或不对。让给您的人再发一张', wayOn: 'home' },
  CONFIRM_CODE_INVALID: { text: '编号不对、过期了，或用过了。让帮您登记的人再给一个', wayOn: 'retry' },
  FILE_UNREADABLE: { text: '这个文件打不开，换一个再传。表格要存成 xlsx', wayOn: 'mend' },
  TOO_MANY_ROWS: { text: '行数太多了，分几个文件传', wayOn: 'mend' },
  EXPORT_TOO_LARGE: { text: '一次最多导出 5000 人，先选一个街道或工地', wayOn: 'mend' },
  SEARCH_TOO_WIDE: { text: '这个范围太大，先选一个街道或工地再查', wayOn: 'mend' },
  ALREADY_SET_UP: { text: '这座城已经有管理员了', wayOn: 'home' },
  WISH_ALREADY_LIT: { text: '刚被别人点亮了，看看旁边这盏', wayOn: 'reload' },
  LIGHT_LIMIT_REACHED: { text: '您手上有没送的，先送一盏再点', wayOn: 'promises' },
  OWN_WISH: { text: '自己的心愿，留给别人来点', wayOn: 'home' },
  DRIVE_NOT_OPEN: { text: '这场活动没开，或结束了。看看下一场', wayOn: 'home' },
  DRIVE_FULL: { text: '这一场的心愿满了。有人撤回，还能再许', wayOn: 'home' },
  NOT_ELIGIBLE: { text: '这一场您许不了，看看是哪一条', wayOn: 'home' },
  WISHES_USED_UP: { text: '这一场您的心愿许满了', wayOn: 'home' },
  TEXT_REFUSED: { text: '这句话不能放上去，换个说法', wayOn: 'mend' },
  TEXT_UNCHECKED: { text: '这句话还在检查，等一会儿再办', wayOn: 'reload' },
  SLIP_INVALID: { text: '交接码不对，或用过了。让送的人打开“我点亮的”再给您看', wayOn: 'retry' },
  RECEIPT_CODE_INVALID: { text: '领取码不对。让本人打开“我的心愿”再念一次', wayOn: 'retry' },
  SITE_CODE_EXHAUSTED: { text: '这个点换码太多次，换成新点位再印', wayOn: 'mend' },
  PROGRAMME_CLOSED: { text: '这一项没开，或截止了。看看别的', wayOn: 'home' },
  PROGRAMME_UNSOURCED: { text: '还缺出处，不能开。看看标红的地方', wayOn: 'mend' },
  CLAIM_NOT_ELIGIBLE: { text: '这次领不了，看看是哪一条', wayOn: 'reload' },
  CLAIMED_ALREADY: { text: '这一项您领过了，或正在办', wayOn: 'reload' },
  CLAIM_EXCLUDED: { text: '您领了另一项，这一项不能一起领', wayOn: 'reload' },
  ROSTER_UNCOUNTED: { text: '名册还没数完，数完再交', wayOn: 'reload' },
  BUDGET_SPENT: { text: '这个项目的钱不够了。有人退出，就轮到下一位', wayOn: 'reload' },
  PLACES_SPENT: { text: '这个项目的名额满了。有人退出，就轮到下一位', wayOn: 'reload' },
  BUDGET_IN_USE: { text: '批出去的钱和名额收不回来，往上调一点', wayOn: 'mend' },
  NOTHING_TO_PAY: { text: '现在没有要打的钱', wayOn: 'home' },
} as const satisfies Record<string, Row>

export type ErrorCode = keyof typeof errors

/** `reason` is for the log only; `fields` maps a dotted path to words for the person. */
export type ErrorDetail = { reason?: string; fields?: Readonly<Record<string, string>> }

export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: ErrorDetail = {},
  ) {
    super(detail.reason ?? code)
    this.name = 'AppError'
  }
}

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code)
