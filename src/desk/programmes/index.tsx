/** The programmes of a place, and the way to a new one. */
import { useRouter } from '@tarojs/taro'
import { claimApi } from '../../../domain/claim/api'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { BottomBar, Button } from '../../ui'
import { mayCall, programmeGrants } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { HeldPlace, keyOf } from '../parts/held-place'
import { open } from '../parts/routes'
import { ProgrammeList } from './list'

const none = { title: '补贴不归您看', text: '要看，让上级发一张邀请码。' }

export default function ProgrammesPage() {
  const { params } = useRouter()
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage title="补贴项目" asked={asked}>
      {({ grants }) => (
        <HeldPlace grants={programmeGrants(grants)} params={params} title="看哪里的补贴" none={none}>
          {(place) => (
            <>
              <ProgrammeList key={keyOf(place)} place={place} />
              {mayCall(claimApi.endpoints.saveProgramme, grants) && <Write {...place.scope} />}
            </>
          )}
        </HeldPlace>
      )}
    </DeskPage>
  )
}

function Write({ level, id }: { readonly level: string; readonly id: string }) {
  const write = () => open('programme-new', { level, place: id })
  return (
    <BottomBar>
      <Button id="new-programme" kind="p" label="写一个新的" onClick={write} />
    </BottomBar>
  )
}
