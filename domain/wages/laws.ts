/** Every article a wage is counted by, as a row: where it stands, what it says, where we read it. A row we did not read is off. */
import { type Day, toDay } from '../kernel/time'

export type LawRow = {
  /** As a line cites it. */
  readonly article: string
  readonly says: string
  readonly source: string
  readonly isSourced: boolean
}

const book = 'LawRefBook/Laws @2f4c5c23716267af9dbebbbbd6cbbf732b101981'
const laterBook = 'LawRefBook/Laws @3cd6e86b80f0fac5478dc34216c80e8c0a82b9f0'
const unread = '还没有查到出处'

export const laws = {
  eightHours: {
    article: '劳动法第三十六条',
    says: '一天不超过 8 小时',
    source: `${laterBook} 劳动法`,
    isSourced: true,
  },
  overtimeLimit: {
    article: '劳动法第四十一条',
    says: '加班一天不超过 3 小时，一个月不超过 36 小时',
    source: `${laterBook} 劳动法`,
    isSourced: true,
  },
  workdayOvertime: {
    article: '劳动法第四十四条第一项',
    says: '平常的日子加班，不低于工资的 150%',
    source: `${laterBook} 劳动法`,
    isSourced: true,
  },
  restDayOvertime: {
    article: '劳动法第四十四条第二项',
    says: '休息日加班又不能补休，不低于工资的 200%',
    source: `${laterBook} 劳动法`,
    isSourced: true,
  },
  holidayOvertime: {
    article: '劳动法第四十四条第三项',
    says: '法定节日加班，不低于工资的 300%',
    source: `${laterBook} 劳动法`,
    isSourced: true,
  },
  conversion: {
    article: '劳社部发〔2008〕3号第二条',
    says: '一个月按 21.75 天、一天按 8 小时折',
    source: '劳社部发〔2008〕3号',
    isSourced: true,
  },
  payOnTime: {
    article: '保障农民工工资支付条例第十四条',
    says: '讲好哪天发就哪天发，碰上放假提前发',
    source: `${book} 国令第724号`,
    isSourced: true,
  },
  payInFull: {
    article: '劳动合同法第三十条',
    says: '工资要按时发足；欠了，可以向法院申请支付令',
    source: `${laterBook} 劳动合同法`,
    isSourced: true,
  },
  minimumWage: {
    article: '劳动法第四十八条第二款',
    says: '工资不能低于当地最低工资',
    source: `${laterBook} 劳动法`,
    isSourced: true,
  },
  payExtra: {
    article: '劳动合同法第八十五条',
    says: '责令限期还不给，再加付 50% 到 100%',
    source: `${laterBook} 劳动合同法`,
    isSourced: true,
  },
  wageLimitation: {
    article: '劳动争议调解仲裁法第二十七条第四款',
    says: '还在职，讨工资不受一年限制；离职了，一年内找仲裁',
    source: `${book} 劳动争议调解仲裁法`,
    isSourced: true,
  },
  limitation: {
    article: '劳动争议调解仲裁法第二十七条',
    says: '知道权利被侵害起一年内找仲裁',
    source: `${book} 劳动争议调解仲裁法`,
    isSourced: true,
  },
  doublePay: {
    article: '劳动合同法第八十二条、实施条例第六条',
    says: '上班满一个月还没签书面合同，从第二天起每月付两倍工资',
    source: `${laterBook} 劳动合同法、劳动合同法实施条例`,
    isSourced: true,
  },
  doublePayYear: {
    article: '劳动合同法实施条例第七条',
    says: '两倍工资付到满一年的前一天；满一年当天起，当作签了没有期限的合同',
    source: `${laterBook} 劳动合同法实施条例`,
    isSourced: true,
  },
  doublePayFrom: {
    article: '劳动合同法第九十七条第二款',
    says: '2008 年以前就上班、还没签的，从 2008 年 1 月 1 日起一个月内签',
    source: `${laterBook} 劳动合同法`,
    isSourced: true,
  },
  partTimeContract: {
    article: '劳动合同法第六十八条、第六十九条第一款',
    says: '非全日制（平均一天不过 4 小时、一周不过 24 小时）可以只是口头说好',
    source: `${laterBook} 劳动合同法`,
    isSourced: true,
  },
  partTimeEnd: {
    article: '劳动合同法第六十八条、第七十一条',
    says: '非全日制随时可以停，没有经济补偿',
    source: `${laterBook} 劳动合同法`,
    isSourced: true,
  },
  severanceYears: {
    article: '劳动合同法第四十七条第一款',
    says: '满一年给一个月工资；半年以上按一年，不满半年给半个月',
    source: `${laterBook} 劳动合同法`,
    isSourced: true,
  },
  severanceCap: {
    article: '劳动合同法第四十七条第二款',
    says: '月工资高过当地上年平均工资 3 倍的，按 3 倍算，最多算 12 年',
    source: `${laterBook} 劳动合同法`,
    isSourced: true,
  },
  severanceWage: {
    article: '劳动合同法实施条例第二十七条',
    says: '按走之前 12 个月应得工资的平均数，不低于最低工资',
    source: `${laterBook} 劳动合同法实施条例`,
    isSourced: true,
  },
  severanceFrom: {
    article: '劳动合同法第九十七条第三款',
    says: '经济补偿的年限从 2008 年 1 月 1 日起算',
    source: `${laterBook} 劳动合同法`,
    isSourced: true,
  },
  noticeMonth: {
    article: '劳动合同法第四十条、实施条例第二十条',
    says: '没有提前 30 天书面通知，多给一个月工资，按上一个月的工资',
    source: `${laterBook} 劳动合同法、劳动合同法实施条例`,
    isSourced: true,
  },
  unlawfulYears: {
    article: '劳动合同法实施条例第二十五条',
    says: '赔了两倍就不再给经济补偿；年限从上班第一天起算',
    source: `${laterBook} 劳动合同法实施条例`,
    isSourced: true,
  },
  overtimeBase: {
    article: '上海市企业工资支付办法',
    says: '加班费按合同工资算；没写的，按实发的 70%，不低于最低工资',
    source: unread,
    isSourced: false,
  },
  untimedHoliday: {
    article: '上海市企业工资支付办法',
    says: '不定时工作的人，法定节日上班也给 300%',
    source: unread,
    isSourced: false,
  },
} as const satisfies Readonly<Record<string, LawRow>>

export type LawName = keyof typeof laws

/** The article as a line cites it. A row without a source pays nobody: whoever counts by it has made a mistake. */
export function articleOf(name: LawName, rows: Readonly<Record<LawName, LawRow>> = laws): string {
  const { article, isSourced } = rows[name]
  if (!isSourced) throw new Error(`nothing may be counted by ${name}: its article has no source`)
  return article
}

/** 劳动合同法 art 98: before it older rules held, which nobody here has read. */
export const contractLawFrom = toDay('2008-01-01')

/** Whoever worked already when the law began is counted as begun on its first day (art 97). */
export const underContractLaw = (startedOn: Day): Day => (startedOn < contractLawFrom ? contractLawFrom : startedOn)

/** 劳社部发〔2008〕3号: paid days of a month, in hundredths of a day, and hours of a day. */
export const paidDays = { hundredths: 2175, hours: 8 } as const
