/** Opens a site: first its street, then what it is; afterwards straight to its code and poster. */
import { useState } from 'react'
import { siteApi } from '../../../domain/site/api'
import { sites, staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { BottomBar, Button } from '../../ui'
import { grantsFor, placesOf } from '../parts/access'
import { AtPlace } from '../parts/at-place'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { replaceBy } from '../parts/routes'
import {
  blankSite,
  readSite,
  type SiteAnswers,
  SiteFields,
  type SiteMistakes,
  siteMistakesIn,
} from '../parts/site-form'

export default function SiteNewPage() {
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage title="建点位" asked={asked}>
      {({ grants }) => (
        <AtPlace
          id="street"
          label="在哪个街道"
          roots={placesOf(grantsFor(siteApi.endpoints.create, grants))}
          wanted="street"
        >
          {({ scope }) => <NewSite streetId={scope.id} />}
        </AtPlace>
      )}
    </DeskPage>
  )
}

function NewSite({ streetId }: { streetId: string }) {
  const deed = useDeed()
  const [answers, setAnswers] = useState(blankSite)
  const [mistakes, setMistakes] = useState<SiteMistakes>({})
  const answer = (next: Partial<SiteAnswers>) => {
    setAnswers({ ...answers, ...next })
    setMistakes({})
  }
  const create = async () => {
    const read = readSite(answers)
    setMistakes(read.ok ? {} : read.mistakes)
    if (!read.ok) return
    const asks = { streetId, details: read.details }
    await deed.run(async (requestId) => {
      const { site } = await sites.create({ requestId, ...asks })
      replaceBy('site', { id: site.id })
    }, asks)
  }
  const refused = siteMistakesIn(deed.error?.detail.fields ?? {})
  return (
    <>
      <DeedNotice deed={deed} again={() => void create()} />
      <SiteFields answers={answers} mistakes={{ ...refused, ...mistakes }} answer={answer} />
      <BottomBar note="建好就有码，能印海报">
        <Button id="create" kind="p" label="建点位" busy={deed.isBusy} onClick={() => void create()} />
      </BottomBar>
    </>
  )
}
