/** Changes what a site is; its code stays, and a poster already on the wall still works. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { sites } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { BottomBar, Button } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { goBack, textOf } from '../parts/routes'
import { readSite, type SiteAnswers, SiteFields, type SiteMistakes, siteMistakesIn } from '../parts/site-form'

type SiteRow = Awaited<ReturnType<typeof sites.get>>['site']

const answersOf = ({ name, address, residence, keeperName, keeperPhone }: SiteRow): SiteAnswers => ({
  name,
  address,
  residence,
  keeperName,
  keeperPhone,
})

export default function SiteEditPage() {
  const { params } = useRouter()
  const asked = useAsk(() => sites.get({ id: textOf(params.id) }))
  return (
    <DeskPage title="改点位" asked={asked}>
      {({ site }) => <Edit key={site.version} site={site} reload={() => void asked.reload()} />}
    </DeskPage>
  )
}

function Edit({ site, reload }: { site: SiteRow; reload: () => void }) {
  const deed = useDeed()
  const [answers, setAnswers] = useState(() => answersOf(site))
  const [mistakes, setMistakes] = useState<SiteMistakes>({})
  const save = async () => {
    const read = readSite(answers)
    setMistakes(read.ok ? {} : read.mistakes)
    if (!read.ok) return
    const { id, version } = site
    await deed.run(
      async (requestId) => {
        await sites.act({ id, version, requestId, action: 'update', form: read.details })
        goBack('sites')
      },
      [version, read.details],
    )
  }
  const refused = siteMistakesIn(deed.error?.detail.fields ?? {})
  return (
    <>
      <DeedNotice deed={deed} again={() => void save()} reload={reload} />
      <SiteFields
        answers={answers}
        mistakes={{ ...refused, ...mistakes }}
        answer={(next) => {
          setAnswers({ ...answers, ...next })
          setMistakes({})
        }}
      />
      <BottomBar note="名字、地址改了，记得重印海报">
        <Button id="save" kind="p" label="存好" busy={deed.isBusy} onClick={() => void save()} />
      </BottomBar>
    </>
  )
}
