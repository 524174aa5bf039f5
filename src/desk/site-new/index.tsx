/** Opens a site: first its street, then what it is; afterwards straight to its code and poster. */
import { useState } from 'react'
import { siteApi } from '../../../domain/site/api'
import { sites, staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { BottomBar, Button, Row, Steps } from '../../ui'
import { grantsFor, type Place, placesOf } from '../parts/access'
import { DeedNotice } from '../parts/deed-notice'
import { PlacePicker } from '../parts/place-picker'
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
  const deed = useDeed()
  const [street, setStreet] = useState<Place>()
  const [answers, setAnswers] = useState(blankSite)
  const [mistakes, setMistakes] = useState<SiteMistakes>({})
  const answer = (next: Partial<SiteAnswers>) => {
    setAnswers({ ...answers, ...next })
    setMistakes({})
  }
  const create = async ({ scope }: Place) => {
    const read = readSite(answers)
    setMistakes(read.ok ? {} : read.mistakes)
    if (!read.ok) return
    const asks = { streetId: scope.id, details: read.details }
    await deed.run(async (requestId) => {
      const { site } = await sites.create({ requestId, ...asks })
      replaceBy('site', { id: site.id })
    }, asks)
  }
  const refused = siteMistakesIn(deed.error?.detail.fields ?? {})
  return (
    <AskedPage
      title="建点位"
      asked={asked}
      bottom={() =>
        street && (
          <BottomBar>
            <Button id="create" kind="p" label="建好，出码" busy={deed.isBusy} onClick={() => void create(street)} />
          </BottomBar>
        )
      }
    >
      {({ grants }) => (
        <>
          <Steps now={street ? 2 : 1} of={2} />
          {street ? (
            <>
              <DeedNotice deed={deed} again={() => void create(street)} />
              <Row id="street" icon="pin" title={street.name} go="换" onClick={() => setStreet(undefined)} />
              <SiteFields answers={answers} mistakes={{ ...refused, ...mistakes }} answer={answer} />
            </>
          ) : (
            <PlacePicker
              id="pick"
              label="在哪个街道"
              roots={placesOf(grantsFor(siteApi.endpoints.create, grants))}
              wanted="street"
              onChoose={setStreet}
            />
          )}
        </>
      )}
    </AskedPage>
  )
}
