/** One programme: how it stands, what keeps it from opening, its money, every claim counted once, its editions. */
import { useRouter } from '@tarojs/taro'
import { claimApi } from '../../../domain/claim/api'
import type { DeskProgrammeWhole } from '../../../domain/claim/views-desk'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { Button } from '../../ui'
import { mayCall } from '../parts/access'
import { claims } from '../parts/claims-api'
import { DeskPage } from '../parts/desk-page'
import { History } from '../parts/history'
import { open, textOf } from '../parts/routes'
import { Claims, Head, Money, Problems, Written } from './cards'
import { ProgrammeBar } from './deed-bar'
import { Editions } from './editions'

/** With the names of the others of its place, for those it shuts out. */
const ask = async (id: string) => {
  const [{ programme }, me] = await Promise.all([claims.deskProgramme({ id }), staff.me({})])
  const isAlone = programme.details.excludes.length === 0
  const { rows } = isAlone ? { rows: [] } : await claims.deskProgrammes({ scope: programme.row.scope })
  const titles = Object.fromEntries(rows.map((row) => [row.id, row.title]))
  return { programme, titles, mayWrite: mayCall(claimApi.endpoints.saveProgramme, me.grants) }
}

export default function ProgrammePage() {
  const { params } = useRouter()
  const id = textOf(params.id)
  const asked = useAsk(() => ask(id))
  return (
    <DeskPage
      title="一项补贴"
      asked={asked}
      bottom={({ programme }) => (
        <ProgrammeBar key={programme.row.version} programme={programme} onChanged={() => void asked.reload()} />
      )}
    >
      {({ programme, titles, mayWrite }) => (
        <>
          <Head row={programme.row} />
          <Problems programme={programme} />
          <Money programme={programme} />
          <Claims programme={programme} />
          <Written programme={programme} titles={titles} />
          {mayWrite && <Ways programme={programme} />}
          <Editions programme={programme} titles={titles} />
          <History timeline={programme.timeline} />
        </>
      )}
    </DeskPage>
  )
}

function Ways({ programme: { row } }: { readonly programme: DeskProgrammeWhole }) {
  return (
    <>
      <Button id="try" kind="q" label="找几个人试一试" onClick={() => open('programme-try', { id: row.id })} />
      <Button id="copy" kind="q" label="照着写一个新的" onClick={() => open('programme-new', { from: row.id })} />
    </>
  )
}
