/** One move of a site: new details, its code stopped, or a new code that stops every older poster. */
import type * as v from 'valibot'
import { AppError } from '../../domain/kernel/errors'
import { MAX_CODE_VERSION } from '../../domain/kernel/scene'
import { type siteApi, siteMachine } from '../../domain/site'
import { type Besides, move } from '../_lib/cases'
import type { SiteHandler } from './handlers'
import { type SiteDoc, siteRow } from './row'

type Asked = v.InferOutput<(typeof siteApi)['endpoints']['act']['input']>

const changeOf = (asked: Asked, site: SiteDoc): Besides<'sites'> => {
  if (asked.action === 'update') return { set: asked.form }
  if (asked.action === 'revoke') return {}
  if (site.codeVersion >= MAX_CODE_VERSION) throw new AppError('SITE_CODE_EXHAUSTED')
  return { set: { codeVersion: site.codeVersion + 1 } }
}

export const act: SiteHandler<'act'> = async (asked, { identified, now }) => {
  const { actor } = await identified()
  const { id, action, version, form, requestId } = asked
  const change = (site: SiteDoc) => changeOf(asked, site)
  const { doc } = await move('sites', siteMachine, { id, action, version, form, change }, { actor, now, requestId })
  return { site: siteRow(doc, actor) }
}
