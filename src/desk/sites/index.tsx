/** The sites of a scope, each with whether its code works; the way to a new one. */
import { useState } from 'react'
import { siteApi } from '../../../domain/site/api'
import type { GrantView } from '../../../domain/staff/schema'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { BottomBar, Button, Empty } from '../../ui'
import { grantsFor, mayCall, type Place, placesOf } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { PlaceRow } from '../parts/place-row'
import { open } from '../parts/routes'
import { SiteList } from './list'

const { list, create, addArea } = siteApi.endpoints

export default function SitesPage() {
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage
      title="点位"
      asked={asked}
      bottom={({ grants }) =>
        mayCall(create, grants) && (
          <BottomBar>
            {mayCall(addArea, grants) && (
              <Button id="area-new" kind="q" label="加街道、单位" onClick={() => open('area-new')} />
            )}
            <Button id="site-new" kind="p" label="建点位" onClick={() => open('site-new')} />
          </BottomBar>
        )
      }
    >
      {({ grants }) => <Sites grants={grantsFor(list, grants)} />}
    </DeskPage>
  )
}

function Sites({ grants }: { grants: readonly GrantView[] }) {
  const held = placesOf(grants)
  const [place, setPlace] = useState<Place | undefined>(held[0])
  if (!place)
    return <Empty id="no-sites" title="您没有点位" text="点位由街道、工会建。要管点位，让他们发一张邀请码。" />
  return (
    <>
      <PlaceRow name={place.name} title="看哪里的点位" roots={held} wanted="street" onChoose={setPlace} />
      <SiteList key={`${place.scope.level}:${place.scope.id}`} scope={place.scope} />
    </>
  )
}
