/** Keeps which message templates a person turned off, so that the outbox does not send what would fail. */
import * as v from 'valibot'
import { get } from '../_lib/cloud'
import { personIdOf } from '../_lib/crypto'
import { amendPerson } from '../_lib/people'

const Choice = v.object({ TemplateId: v.string(), SubscribeStatusString: v.string() })

/** WeChat writes one choice as an object and several as a list. */
const Choices = v.object({
  FromUserName: v.string(),
  List: v.pipe(
    v.union([v.array(Choice), Choice]),
    v.transform((list) => [list].flat()),
  ),
})

export const noteRefusals = async (event: unknown): Promise<void> => {
  const { FromUserName, List } = v.parse(Choices, event)
  const personId = personIdOf(FromUserName)
  /** Somebody we keep nothing of is sent nothing. */
  if (!(await get('people', personId))) return
  const chosen = new Set(List.map(({ TemplateId }) => TemplateId))
  const refused = List.filter(({ SubscribeStatusString }) => SubscribeStatusString !== 'accept')
  await amendPerson(personId, ({ refusedTemplates = [] }) => {
    const kept = refusedTemplates.filter((template) => !chosen.has(template))
    return { set: { refusedTemplates: [...kept, ...refused.map(({ TemplateId }) => TemplateId)] } }
  })
}
