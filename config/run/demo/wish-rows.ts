/** The demo city's wish drive as rows: who wishes, for what, how far each wish has come, and who lit it; all of it made up. */
import type { KindName } from '../../../domain/wish'
import type { DemoWorker } from './rows'

/** Who lights: two personas, and people nobody looks over the shoulder of. */
export type Lighter = 'donor' | 'company' | 'demo-donor-1' | 'demo-donor-2'

/** How far a wish has come; each goal is reached by the real deeds on the way (wishes.ts). */
export type Goal =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'rejected'
  | 'withdrawn'
  | 'proposed'
  | 'listed'
  | 'lit'
  | 'handedOver'
  | 'delivering'
  | 'received'
  | 'thanked'
  | 'disputed'
  | 'backed'

type Words = { readonly kind: KindName; readonly detail: string; readonly story: string }
export type DemoWish = Words & { readonly goal: Goal; readonly by?: Lighter }

const bag = (detail: string, story: string): Words => ({ kind: 'schoolBag', detail, story })
const coat = (detail: string, story: string): Words => ({ kind: 'coat', detail, story })
const shoes = (detail: string, story: string): Words => ({ kind: 'shoes', detail, story })
const box = (detail: string, story: string): Words => ({ kind: 'festivalBox', detail, story })

/** The persona 李阿姨: one thing waits for her, one she has. */
export const wisherWishes: readonly DemoWish[] = [
  { ...coat('女 160', '早上四点出门扫街，想要一件挡风的。'), goal: 'delivering', by: 'donor' },
  { ...box('2 个人', '头一回不回家过年，想吃点家乡味。'), goal: 'received', by: 'company' },
]

/** Two each, in the order of the people below. */
export const wishes: readonly DemoWish[] = [
  { ...bag('三年级', '女儿开学上三年级，想要一个结实的。'), goal: 'listed' },
  { ...box('3 个人', '爱人和孩子来一起过年，想有点年味。'), goal: 'listed' },
  { ...coat('男 175', '夜里看工地，风大，旧棉衣不暖了。'), goal: 'lit', by: 'company' },
  { ...shoes('42', '脚上这双进水了，想要一双厚底的。'), goal: 'listed' },
  { ...bag('一年级', '儿子头一年上学，天天盼新书包。'), goal: 'thanked', by: 'donor' },
  { ...coat('孩子 130', '孩子长得快，去年的棉衣短了一截。'), goal: 'listed' },
  { ...box('1 个人', '一个人过年，想吃顿热乎的。'), goal: 'handedOver', by: 'donor' },
  { ...shoes('38', '送餐站得久，脚冷，想要一双暖和的。'), goal: 'listed' },
  { ...bag('五年级', '女儿画画好，书包要能装画本。'), goal: 'lit', by: 'donor' },
  { ...coat('女 155', '给老母亲的，她怕冷。'), goal: 'proposed' },
  { ...box('4 个人', '一家四口第一次在城里过年。'), goal: 'listed' },
  { ...coat('男 180', '开夜车，想要一件轻一点的。'), goal: 'lit', by: 'company' },
  { ...shoes('36', '洗碗的，脚常湿，想要防水的。'), goal: 'received', by: 'demo-donor-1' },
  { ...bag('初中', '儿子上初中了，书重，想要大一点的。'), goal: 'listed' },
  { ...coat('孩子 110', '小女儿爱红色，别的都行。'), goal: 'lit', by: 'company' },
  { ...box('5 个人以上', '几个老乡凑一桌，想包顿饺子。'), goal: 'submitted' },
  { ...bag('二年级', '书包带子断了两次，缝不住了。'), goal: 'listed' },
  { ...shoes('41', '爬架子要防滑的。'), goal: 'returned' },
  { ...coat('女 165', '站路口指挥，一站一上午。'), goal: 'lit', by: 'demo-donor-1' },
  { ...box('2 个人', '和爱人一起留下，想贴副春联。'), goal: 'thanked', by: 'company' },
  { ...bag('学前班', '小儿子会自己背书包了。'), goal: 'lit', by: 'company' },
  { ...coat('男 170', '搬货出汗，一停就冷。'), goal: 'listed' },
  { ...shoes('40', '看门的，夜里脚最冷。'), goal: 'disputed', by: 'demo-donor-2' },
  { ...box('3 个人', '孩子想吃奶糖。'), goal: 'submitted' },
  { ...bag('四年级', '女儿说有反光条的，晚上走路亮。'), goal: 'lit', by: 'company' },
  { ...coat('男 185', '个子高，旧的露手腕。'), goal: 'proposed' },
  { ...shoes('30', '儿子踢球，鞋头破了。'), goal: 'listed' },
  { ...box('1 个人', '值班到初三，想有口热的。'), goal: 'withdrawn' },
  { ...bag('六年级', '快毕业了，想背个新的去考试。'), goal: 'delivering', by: 'company' },
  { ...coat('孩子 150', '大儿子从没穿过新棉衣。'), goal: 'submitted' },
  { ...shoes('44', '脚大，不好买。'), goal: 'rejected' },
  { ...box('4 个人', '老乡的孩子也来，多备点糖。'), goal: 'backed', by: 'demo-donor-2' },
  { ...bag('三年级', '儿子喜欢蓝色的。'), goal: 'proposed' },
  { ...coat('女 160', '骑车送货，想要一件带帽的。'), goal: 'handedOver', by: 'company' },
  { ...shoes('35', '女儿在食堂帮忙，地上滑。'), goal: 'lit', by: 'demo-donor-2' },
  { ...box('2 个人', '想给师傅也带一份。'), goal: 'listed' },
  { ...bag('五年级', '女儿帮弟弟背书，想要轻的。'), goal: 'thanked', by: 'demo-donor-1' },
  { ...coat('男 165', '烧锅炉的，出门就冷。'), goal: 'submitted' },
  { ...shoes('43', '一双鞋穿了三个冬天。'), goal: 'listed' },
  { ...box('5 个人以上', '宿舍几个人都不回去。'), goal: 'draft' },
]

/** A visitor wrote it down for the persona 张师傅, who says yes or no on his own phone. */
export const writtenForWorker: Words = bag('二年级', '孩子跟着来过年，开学要个新书包。')

const names = [
  '何桂芳',
  '郑大勇',
  '马秀英',
  '罗成才',
  '梁玉梅',
  '宋建军',
  '唐春花',
  '许根生',
  '韩冬梅',
  '冯保国',
  '邓小芹',
  '曹满仓',
  '彭秋菊',
  '曾庆丰',
  '萧月娥',
  '田长河',
  '董来喜',
  '袁彩霞',
  '潘有田',
  '于兰英',
] as const

const provinces = ['34', '41', '32', '36', '51', '52', '42', '43'] as const

const wisher = (slug: string, name: string, at: number): DemoWorker => ({
  slug,
  name,
  age: 28 + ((at * 7) % 27),
  province: provinces[at % provinces.length] ?? '34',
  site: 'dormitory',
  stay: { residence: 'factory', trade: 'cleaning', exposure: 'no', stay: 'staying', companion: 'spouse' },
  move: 'verifyInStreet',
})

export const wishers: readonly DemoWorker[] = [
  wisher('wisher', '李凤仙', 0),
  ...names.map((name, at) => wisher(`demo-wisher-${at + 1}`, name, at + 1)),
]
