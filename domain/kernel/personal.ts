/** The mark that makes a schema field personal data; encryption, masking, export, erasure and log redaction read it. */
import * as v from 'valibot'

export type PersonalMark = {
  /** What it is, in the words of the export and of the consent page. */
  readonly label: string
  /** 敏感个人信息 (个人信息保护法 art 28): needs a consent of its own. */
  readonly isSensitive: boolean
  /** What everyone without the right to the whole value sees. */
  readonly mask: (value: string) => string
}

/** Marks the field it is piped to. */
export const personal = (mark: PersonalMark) => v.metadata<string, { personal: PersonalMark }>({ personal: mark })

/** The same for what is no single text, as a set of answers: it stands in no log. At rest it lies inside a marked text. */
export const personalWhole = <T>(label: string) =>
  v.metadata<T, { personal: PersonalMark }>({ personal: { label, isSensitive: true, mask: () => '…' } })

const isMark = (value: unknown): value is PersonalMark =>
  typeof value === 'object' && value !== null && 'label' in value && 'mask' in value

const markOf = (schema: v.GenericSchema): PersonalMark | undefined => {
  const { personal: mark } = v.getMetadata(schema)
  return isMark(mark) ? mark : undefined
}

type Node = v.GenericSchema & {
  wrapped?: v.GenericSchema
  entries?: Record<string, v.GenericSchema>
  item?: v.GenericSchema
  options?: readonly unknown[]
}

const isSchema = (value: unknown): value is v.GenericSchema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema'

/** Dotted paths of all marked fields; `[]` stands for every element of an array. */
export const marksOf = (schema: v.GenericSchema, path = ''): Record<string, PersonalMark> => {
  const mark = markOf(schema)
  if (mark) return { [path]: mark }
  const { wrapped, entries, item, options } = schema as Node
  const below: Record<string, PersonalMark> = {}
  if (wrapped) Object.assign(below, marksOf(wrapped, path))
  if (item) Object.assign(below, marksOf(item, `${path}[]`))
  for (const [key, entry] of Object.entries(entries ?? {}))
    Object.assign(below, marksOf(entry, path ? `${path}.${key}` : key))
  for (const option of options ?? []) if (isSchema(option)) Object.assign(below, marksOf(option, path))
  return below
}
