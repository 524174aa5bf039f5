/** What people are told, and where a notice lands; the words are Chinese and carry no personal data. */

type Template = {
  readonly title: string
  /** `{x}` is filled from the notice's own fields. */
  readonly text: string
  /** Page the notice opens. */
  readonly page: string
}

export const templates = {
  verified: { title: '核实好了', text: '{site}核实了您的登记。', page: 'pages/worker/card/index' },
  rejected: { title: '要改一下', text: '{site}没通过：{reason}。改了再交。', page: 'pages/worker/card/index' },
  settled: { title: '核对好了', text: '您的证件登记核对好了。', page: 'pages/worker/card/index' },
  superseded: {
    title: '登记停了',
    text: '同一个证件号有两份登记，这一份停了。不对的话，打 12345。',
    page: 'pages/worker/card/index',
  },
  questioned: { title: '有一份要核对', text: '{site}有两份登记用了同一个证件号。', page: 'desk/roster/index' },
  late: { title: '核实晚了', text: '{site}有登记过了 {by} 还没核实。', page: 'desk/roster/index' },
  childLabour: { title: '可能有童工', text: '{site}有人登记时不满 16 岁，尽快去看。', page: 'desk/roster/index' },
  revealed: {
    title: '有人看了您的号码',
    text: '{role}看了您的{what}，说是：{reason}。',
    page: 'pages/worker/seen/index',
  },
  wishWrittenForYou: { title: '有人帮您写了心愿', text: '看看写得对不对，您同意了才交。', page: 'wishes/mine/index' },
  wishListed: { title: '心愿挂上墙了', text: '有人点亮就告诉您。', page: 'wishes/mine/index' },
  wishReturned: { title: '心愿要改一下', text: '{reason}。改了再交。', page: 'wishes/mine/index' },
  wishRejected: { title: '这个心愿没成', text: '{reason}。', page: 'wishes/mine/index' },
  wishLit: { title: '有人点亮了您的心愿', text: '{gift}，{by}前送到工会。', page: 'wishes/mine/index' },
  wishBacked: { title: '心愿工会来买', text: '{gift}，{by}前买好。', page: 'wishes/mine/index' },
  wishLate: { title: '有心愿晚了', text: '{gift}过了日子还没办。', page: 'desk/wishes/index' },
  wishDisputed: { title: '有人说东西不对', text: '{gift}：{reason}。', page: 'desk/wishes/index' },
  disputeAnswered: { title: '工会回您了', text: '{reason}。', page: 'wishes/mine/index' },
  lampLapsed: { title: '灯灭了', text: '{gift}过了 72 小时没送到，让给别人了。', page: 'wishes/promised/index' },
  lampReminder: { title: '还有一天', text: '{gift}，{by}前送到{station}。', page: 'wishes/promised/index' },
  lampDark: { title: '有一盏灯等您', text: '刚有心愿又亮不起来了，去看看。', page: 'pages/wish/index' },
  giftIn: { title: '东西到站了', text: '{gift}到了{station}，可以拿了再告诉您。', page: 'wishes/mine/index' },
  giftTaken: { title: '站里收下了', text: '{gift}到了{station}，谢谢您。', page: 'wishes/promised/index' },
  giftReady: { title: '可以拿了', text: '{gift}在{station}，{by}前凭领取码拿。', page: 'wishes/mine/index' },
  giftReceived: { title: '收到了', text: '{gift}到了许愿人手上。', page: 'wishes/promised/index' },
  giftMissed: { title: '东西没拿走', text: '{gift}还在{station}，打电话问一下。', page: 'wishes/mine/index' },
  wishGone: { title: '心愿撤回了', text: '{gift}，还没送的不用送了。谢谢您。', page: 'wishes/promised/index' },
  driveClosed: { title: '活动收好了', text: '每个心愿都有了着落，看看数字。', page: 'desk/drive/index' },
  companyAsks: { title: '有单位想多点几盏', text: '看看是哪家，能点几盏。', page: 'desk/companies/index' },
  companyWelcome: { title: '可以多点几盏了', text: '工会同意了。', page: 'wishes/promised/index' },
  companyRefused: { title: '没同意多点', text: '{reason}。', page: 'wishes/promised/index' },
  textToReview: { title: '有话要看', text: '公开的话要人看一下。', page: 'desk/postings/index' },
  textReported: { title: '有人举报', text: '有一句公开的话被举报了。', page: 'desk/postings/index' },
  textAppealed: { title: '有人不服', text: '要换一个人复看。', page: 'desk/postings/index' },
  textRefused: { title: '这句话不能放上去', text: '{reason}。改了再写，或说说为什么。', page: 'wishes/said/index' },
  textTakenDown: { title: '这句话拿下来了', text: '{reason}。不服，可以说说为什么。', page: 'wishes/said/index' },
  textRestored: { title: '放回去了', text: '复看以后，您的话放回去了。', page: 'wishes/said/index' },
  textUpheld: { title: '复看过了', text: '还是不能放：{reason}。', page: 'wishes/said/index' },
  claimReturned: { title: '申领要改一下', text: '{title}：{reason}。{by}前改好再交。', page: 'claims/mine/index' },
  claimApproved: { title: '同意了', text: '{title}，{amount}。下一步{by}前办。', page: 'claims/mine/index' },
  claimRefused: { title: '这份没同意', text: '{title}：{reason}。不服，{by}前可以再评。', page: 'claims/mine/index' },
  claimUpheld: { title: '再评没改', text: '{title}：{reason}。还有话说，打 12345。', page: 'claims/mine/index' },
  claimPublished: { title: '在公示', text: '{title}公示到 {by}，没人提异议就打钱。', page: 'claims/mine/index' },
  claimPaid: { title: '发出来了', text: '{title}，{amount}。看看到了没有。', page: 'claims/mine/index' },
  claimFound: { title: '查过了', text: '{title}：{reason}。再看看到了没有。', page: 'claims/mine/index' },
  claimBounced: { title: '没发成', text: '{title}：{because}。{by}前改好，再打一次。', page: 'claims/mine/index' },
  claimReminder: { title: '有一件等您', text: '{title}，看一下要办什么。', page: 'claims/mine/index' },
  claimLapsed: { title: '申领收起来了', text: '{title}过了日子没改。想领，再交一份。', page: 'claims/mine/index' },
  rosterShelved: { title: '名册收起来了', text: '{title}过了日子没交。想报，再传一份。', page: 'desk/claims/index' },
  claimRecalled: { title: '这笔要退回', text: '{title}：{reason}。怎么退，打 12345 问。', page: 'claims/mine/index' },
  claimRepaid: { title: '退的钱到了', text: '{title}，这件办完了。', page: 'claims/mine/index' },
  claimLateYours: { title: '您的申领晚了', text: '{title}过了日子，上级也看到了。', page: 'claims/mine/index' },
  claimLate: { title: '有申领晚了', text: '{title}过了日子还没办。', page: 'desk/claims/index' },
  claimMissing: { title: '有人说没收到钱', text: '{title}，去银行查一下。', page: 'desk/claims/index' },
  countedYou: {
    title: '单位用您的名字领补贴',
    text: '{employer}：{title}。不对，就说一声。',
    page: 'claims/counted/index',
  },
  objectionAnswered: { title: '您的异议有回音了', text: '{title}：{reason}。', page: 'claims/counted/index' },
} as const satisfies Record<string, Template>

export type TemplateName = keyof typeof templates

const isTemplate = (name: string): name is TemplateName => Object.hasOwn(templates, name)

/** The template of a stored notice; undefined when it left the table since. */
export const templateNamed = (name: string): Template | undefined => (isTemplate(name) ? templates[name] : undefined)

export const fill = (text: string, fields: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => fields[key] ?? '')
