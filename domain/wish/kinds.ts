/** What may be wished for, as rows: the three kinds of the notice (NOTICE.md §2), its warm clothing as coats and shoes; in kind only. */

const sizes = (...labels: readonly string[]) => labels.map((label) => ({ id: label, label }))

export const kinds = {
  schoolBag: {
    label: '爱心书包',
    asks: '给几年级用',
    details: sizes('学前班', '一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '初中'),
    says: (detail: string) => `${detail}用`,
  },
  coat: {
    label: '棉衣',
    asks: '穿多大',
    details: sizes(
      '孩子 110',
      '孩子 130',
      '孩子 150',
      '女 155',
      '女 160',
      '女 165',
      '男 165',
      '男 170',
      '男 175',
      '男 180',
      '男 185',
    ),
    says: (detail: string) => `${detail} 码`,
  },
  shoes: {
    label: '棉鞋',
    asks: '穿几码',
    details: sizes('28', '30', '32', '34', '35', '36', '37', '38', '39', '40', '41', '42', '43', '44', '45'),
    says: (detail: string) => `${detail} 码`,
  },
  festivalBox: {
    label: '年货礼包',
    asks: '几个人一起过年',
    details: sizes('1 个人', '2 个人', '3 个人', '4 个人', '5 个人以上'),
    says: (detail: string) => `${detail}过年`,
  },
} as const satisfies Record<
  string,
  {
    label: string
    asks: string
    details: readonly { id: string; label: string }[]
    says: (detail: string) => string
  }
>

export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as [KindName, ...KindName[]]

export const isKind = (name: string): name is KindName => Object.hasOwn(kinds, name)

export const isDetailOf = (kind: KindName, detail: string): boolean =>
  kinds[kind].details.some(({ id }) => id === detail)

/** What may be chosen where only these sizes are offered; none named, all of them. */
export const sizesOf = (kind: KindName, offered: readonly string[] = []): readonly string[] => {
  const all = kinds[kind].details.map(({ id }) => id)
  return offered.length > 0 ? all.filter((id) => offered.includes(id)) : all
}

/** How a lamp is read out and written under: 爱心书包，三年级用. */
export const kindLine = (kind: KindName, detail: string): string => `${kinds[kind].label}，${kinds[kind].says(detail)}`
