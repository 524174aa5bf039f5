/** What the tiles of the home page open while their own pages are not built: what was promised, what can be done today, whom to call. */

export type Topic = {
  readonly title: string
  readonly promises: readonly string[]
  /** The part of the notice the promises are taken from. */
  readonly source: string
  readonly today: readonly Way[]
  /** A page of ours that helps already. */
  readonly first?: { readonly text: string; readonly note: string; readonly url: string }
}

/** A number to call. */
export type Way = { readonly text: string; readonly note: string; readonly number: string }

const notice = '《关于做好春节期间外来务工人员等留沪过年服务保障工作的通知》'
const city = { text: '打 12345', note: '全天有人接，会转到该办的地方', number: '12345' }

export const topics = {
  wages: {
    title: '讨工资',
    promises: [
      '过年安排加班，单位要依法付加班工资',
      '查实的欠薪，要把人和钱都清完',
      '在哪个区投诉都行，全市联网处理',
      '调解申请要及时受理',
    ],
    source: `${notice}第七条`,
    first: { text: '先算算欠多少', note: '工资、加班费、没签合同、被辞', url: '/wages/home/index' },
    today: [{ text: '打 12333', note: '人社热线：欠工资、加班费、没签合同', number: '12333' }, city],
  },
  hardship: {
    title: '遇到难处',
    promises: [
      '急事、难事，由出事那地方的街道先救助',
      '没收入、失业保险管不到的，由平时住的地方的街道救助',
      '公益组织也会帮忙',
    ],
    source: `${notice}第三条`,
    today: [city, { text: '有人受伤、生病，打 120', note: '全天有人接', number: '120' }],
  },
} as const satisfies Record<string, Topic>

export type TopicName = keyof typeof topics

const isTopic = (name: string): name is TopicName => Object.hasOwn(topics, name)

export const topicOf = (name: string | undefined): Topic =>
  name !== undefined && isTopic(name) ? topics[name] : topics.hardship
