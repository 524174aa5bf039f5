/** The identity documents a person may register with, as closed rows. */

export const documentKinds = {
  residentId: {
    label: '居民身份证',
    numberName: '身份证号',
    hint: '18 位，最后一位可能是 X',
    keyboard: 'idcard',
    tellsBirthday: true,
    source: 'GB 11643；jayknoxqu/id-number-util，jxlwqq/id-validator 的样例',
    isSourced: true,
  },
  hkMoTwPermit: {
    label: '港澳台居民居住证',
    numberName: '居住证号',
    hint: '18 位，81、82 或 83 开头',
    keyboard: 'idcard',
    tellsBirthday: true,
    source: 'jxlwqq/id-validator tests/IdValidatorTest.php @e14ed5c16',
    isSourced: true,
  },
  foreignPermanentResident: {
    label: '外国人永久居留身份证',
    numberName: '永居证号',
    hint: '18 位，9 开头；老卡是 3 个字母加 12 位数字',
    keyboard: 'text',
    tellsBirthday: false,
    source: '国家移民管理局《新版外国人永久居留身份证机读信息规则》2023 版，eastcoms.com/service/pro/840.html',
    isSourced: true,
  },
  passport: {
    label: '护照',
    numberName: '护照号',
    hint: '照护照上的写，字母和数字',
    keyboard: 'text',
    tellsBirthday: false,
    source: '各国不同，只看字母和数字；5 到 17 位取自 mozhimen/SwiftKit UtilKVerifyIDCard.kt',
    isSourced: true,
  },
  hkMoTravel: {
    label: '回乡证',
    numberName: '回乡证号',
    hint: '字母加数字，比如 H12345678',
    keyboard: 'text',
    tellsBirthday: false,
    source: '公开校验代码里的写法：H 或 M 加 8 或 10 位数字，老证第二位是字母',
    isSourced: true,
  },
  twTravel: {
    label: '台胞证',
    numberName: '台胞证号',
    hint: '8 位数字',
    keyboard: 'number',
    tellsBirthday: false,
    source: 'ut2 的 isTWCard：8 位数字',
    isSourced: true,
  },
} as const satisfies Record<
  string,
  {
    label: string
    /** What the number is called in a sentence. */
    numberName: string
    hint: string
    keyboard: 'idcard' | 'number' | 'text'
    /** False: the form asks for the birthday itself, since age decides who may be registered. */
    tellsBirthday: boolean
    source: string
    isSourced: boolean
  }
>

export type DocumentKind = keyof typeof documentKinds
