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
} as const satisfies Record<string, Template>

export type TemplateName = keyof typeof templates

const isTemplate = (name: string): name is TemplateName => Object.hasOwn(templates, name)

/** The template of a stored notice; undefined when it left the table since. */
export const templateNamed = (name: string): Template | undefined => (isTemplate(name) ? templates[name] : undefined)

export const fill = (text: string, fields: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => fields[key] ?? '')
