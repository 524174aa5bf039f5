/** One tap lets us send one notice: at the desk the host that served this page keeps the consent. */

const templateIds: readonly string[] = NOTICE_TEMPLATE_IDS

/** A refusal changes nothing: the notice still stands in 消息. */
export const askForNotices = async (): Promise<void> => {
  if (templateIds.length === 0) return
  const body = JSON.stringify({ templateIds, accept: true })
  const headers = { 'content-type': 'application/json' }
  await fetch('/wx/subscribe', { method: 'POST', headers, body }).catch(() => undefined)
}
