/** Finds what would tell who is wishing: numbers, names, addresses, workplaces (DOMAIN.md §2.5); people check again after it. */

export type Finding = { readonly from: number; readonly to: number; readonly why: string }

/** As long as a mobile number, a landline or a document is written, in any figures people use to get round a check. */
const figures = '0-9０-９零〇○一二两三四五六七八九十壹贰叁肆伍陆柒捌玖幺①②③④⑤⑥⑦⑧⑨'
const between = '\\s\\-—_.·,，、~*+（）()'

const rows: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: new RegExp(`[${figures}](?:[${between}]*[${figures}]){6,}[xX]?`, 'g'), why: '像电话或证件号' },
  { pattern: /[A-Za-z][A-Za-z0-9_-]{5,}/g, why: '像微信号或网址' },
  { pattern: /(?:微信|薇信|威信|v信|vx|wx|扣扣|qq)\s*(?:号|：|:)?\s*[A-Za-z0-9_-]{3,}/gi, why: '像微信号' },
  {
    pattern:
      /(?:我叫|我是|名字叫|名叫|本人|叫做)\s*(?!一|个|在|外|农|建|来|想|的|做|打|新|老|单|家|从)[\u4e00-\u9fff·]{2,4}(?=[，。,.、！!\s]|$)/g,
    why: '像名字',
  },
  {
    pattern:
      /[\u4e00-\u9fff\d]{1,10}(?:路(?!上|边|灯|过|面|人|滑|远|费|程)|街(?!上|边|头)|大道|巷|弄|村|镇|小区|公寓|花园|新村|工业园|产业园)\s*[\d零一二三四五六七八九十百]*(?:弄|号|栋|幢|楼|室|单元|支弄)?[\d\-—]*(?:号|室|栋|楼)?/g,
    why: '像地址',
  },
  { pattern: /[\d零一二三四五六七八九十百]+\s*(?:号楼|栋|幢|单元|室)/g, why: '像地址' },
  {
    pattern:
      /[\u4e00-\u9fffA-Za-z\d]{2,12}(?:公司|集团|厂|工地|项目部|酒店|宾馆|饭店|超市|医院|小学|中学|幼儿园|学校)/g,
    why: '像单位、学校',
  },
]

/** Said of anybody and of nowhere: 我们工地, 一所小学. */
const general =
  /^(?:我们|我在|在|一个|一家|一所|这个|那个|附近|打工的?|上班的?|孩子的?|女儿|儿子|上|读|念|个|家|的|去|到|看|守|管|进|出|回|离|夜里|白天|晚上|天天|村里的?|老家的?)*(?:公司|集团|厂|工厂|工地|项目部|酒店|宾馆|饭店|超市|医院|小学|中学|幼儿园|学校)$/

/** Walked, swept and lived in, not named: 走路, 扫街, 我们村. */
const anywhere =
  /(?:[走赶马铁公修认上一半出同带迷铺跑山小大开问回站在过]路|[扫上逛大小满沿]街|[农山乡全本们同小老回]村|[城小乡集]镇|[城小住本个]小区|个公寓)$/

const isGeneral = (words: string): boolean => general.test(words) || anywhere.test(words)

/** Where in the text, counted in UTF-16 units, and why; of overlapping findings the first. */
export const identifying = (text: string): Finding[] => {
  const found = rows
    .flatMap(({ pattern, why }) =>
      [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length, why })),
    )
    .filter(({ from, to }) => !isGeneral(text.slice(from, to)))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  return found.filter((one, at) => !found.slice(0, at).some((before) => before.to > one.from))
}
