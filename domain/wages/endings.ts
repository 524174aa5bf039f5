/** How work at a place ends, as rows: what the law gives for it and by which article. All of 劳动合同法 was read (laws.ts). */

export type EndingRow = {
  readonly label: string
  readonly hint?: string
  /** One month's wage a year, twice that, or nothing. */
  readonly gives: 'severance' | 'double' | 'nothing'
  readonly article: string
  /** Thirty days' notice in writing, or one month's wage in its place (劳动合同法 art 40). */
  readonly isNoticeDue?: true
}

export const endings = {
  dismissed: {
    label: '公司没道理就让我走',
    hint: '没说理由，或者理由站不住',
    gives: 'double',
    article: '劳动合同法第四十八条、第八十七条',
  },
  agreed: {
    label: '公司提出来，双方说好的',
    gives: 'severance',
    article: '劳动合同法第四十六条第二项',
  },
  unpaid: {
    label: '公司欠工资、不交社保，我才走的',
    gives: 'severance',
    article: '劳动合同法第三十八条、第四十六条第一项',
  },
  unfit: {
    label: '公司说干不了，或情况变了',
    hint: '病假满了干不了、不胜任、活没了又没谈拢',
    gives: 'severance',
    article: '劳动合同法第四十条、第四十六条第三项',
    isNoticeDue: true,
  },
  layoff: {
    label: '公司裁员',
    hint: '一次裁 20 人以上，或一成以上',
    gives: 'severance',
    article: '劳动合同法第四十一条、第四十六条第四项',
  },
  expired: {
    label: '合同到期，公司不续，或降了条件',
    gives: 'severance',
    article: '劳动合同法第四十四条第一项、第四十六条第五项',
  },
  task: {
    label: '合同写明干完这个活为止，活干完了',
    gives: 'severance',
    article: '劳动合同法实施条例第二十二条',
  },
  closed: {
    label: '公司破产、关门了',
    gives: 'severance',
    article: '劳动合同法第四十四条第四项第五项、第四十六条第六项',
  },
  quit: {
    label: '我自己不想干了',
    gives: 'nothing',
    article: '劳动合同法第三十七条、第四十六条',
  },
  fault: {
    label: '公司说我严重违反规定',
    hint: '公司要拿得出证据',
    gives: 'nothing',
    article: '劳动合同法第三十九条、第四十六条',
  },
} as const satisfies Readonly<Record<string, EndingRow>>

export type EndingName = keyof typeof endings

export const endingRow = (name: EndingName): EndingRow => endings[name]
