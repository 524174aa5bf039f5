/** What a person writes around a wish, and the rules it keeps. */
import * as v from 'valibot'
import { personal } from '../kernel/personal'
import { maskPhone, normalisePhone, phoneProblem } from '../worker/documents'
import { identifying } from './identifying'
import { isDetailOf, kindNames } from './kinds'

/** Read by everybody on the wall: nothing in it may tell who is wishing. At most 60 signs. */
export const Story = v.pipe(
  v.string('说两句还没写'),
  v.trim(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const length = [...dataset.value].length
    if (length === 0) addIssue({ message: '说两句还没写' })
    if (length > 60) addIssue({ message: `最多 60 个字，您写了 ${length} 个` })
    const [first] = identifying(dataset.value)
    if (first)
      addIssue({ message: `“${dataset.value.slice(first.from, first.to)}”${first.why}，改一下：墙上谁都看得到` })
  }),
  personal({ label: '心愿里的话', isSensitive: false, mask: () => '…' }),
)

export const WishWords = v.pipe(
  v.strictObject({
    kind: v.picklist(kindNames, '想要什么，选一个'),
    detail: v.pipe(v.string('尺码或年级，选一个'), v.maxLength(20)),
    story: Story,
  }),
  v.forward(
    v.partialCheck([['kind'], ['detail']], ({ kind, detail }) => isDetailOf(kind, detail), '尺码或年级，选一个'),
    ['detail'],
  ),
)
export type WishWords = v.InferOutput<typeof WishWords>

/** A file the phone put under inbox/. */
export const FileId = v.pipe(v.string(), v.minLength(1), v.maxLength(300))
export const GiftPhoto = FileId

/** Shown on the worker's phone and typed by the station: eight figures, in two groups or in one. */
export const ReceiptCode = v.pipe(
  v.string('领取码还没输'),
  v.transform((code) => code.replace(/\D/g, '')),
  v.length(8, '领取码是 8 位数字'),
  personal({ label: '领取码', isSensitive: false, mask: () => '…' }),
)

/** Carried by the donor's QR code: sixteen signs. */
export const SlipCode = v.pipe(
  v.string('交接码还没输'),
  v.transform((code) => code.replace(/^h=/, '').replace(/[\s-]/g, '').toUpperCase()),
  v.regex(/^[0-9A-Z]{16}$/, '交接码是 16 位'),
  personal({ label: '交接码', isSensitive: false, mask: () => '…' }),
)

export const DonorName = v.pipe(
  v.string('怎么称呼还没写'),
  v.trim(),
  v.check((name) => name.length > 0, '怎么称呼还没写'),
  v.check((name) => [...name].length <= 20, '称呼最多 20 个字'),
  personal({ label: '称呼', isSensitive: false, mask: (name) => `${[...name][0] ?? ''}**` }),
)

export const DonorPhone = v.pipe(
  v.string('手机号还没写'),
  v.rawCheck<string>(({ dataset, addIssue }) => {
    const message = dataset.typed ? phoneProblem(dataset.value) : undefined
    if (message) addIssue({ message })
  }),
  v.transform(normalisePhone),
  personal({ label: '手机号', isSensitive: false, mask: maskPhone }),
)
