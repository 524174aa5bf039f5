/** What is asked and why, before anything is asked: agree and register, or refuse and still read everything else. */
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { workers } from '../../../cloud/apis'
import { useAsk } from '../../../cloud/ask'
import { openPage } from '../../../cloud/go'
import { hasPrivacyConsent } from '../../../cloud/privacy'
import { BottomBar, Button } from '../../../ui'
import { AskedPage } from '../parts/asked-page'
import { ConsentCards, SensitiveTick } from '../parts/consent-text'
import { registerDraft } from '../parts/registration'

const goHome = () => {
  void Taro.switchTab({ url: '/pages/home/index' })
  void Taro.showToast({ title: '您没登记，照样能看这些', icon: 'none' })
}

export default function ConsentPage() {
  const asked = useAsk(() => workers.consent({}))
  const [isTicked, setTicked] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const tick = (next: boolean) => {
    setTicked(next)
    setMissing(false)
  }
  const agree = async ({ version, hash }: { version: number; hash: string }) => {
    if (!isTicked) {
      setMissing(true)
      return void Taro.pageScrollTo({ selector: '#sensitive', duration: 0 }).catch(() => undefined)
    }
    registerDraft.keep({ consentVersion: String(version), consentHash: hash })
    if (!(await hasPrivacyConsent())) registerDraft.keep({ phoneSource: 'typed' })
    openPage('/pages/worker/register/index')
  }
  return (
    <AskedPage
      title="先说清楚"
      asked={asked}
      bottom={(text) => (
        <BottomBar>
          <Button id="refuse" kind="q" label="不同意，先看看" onClick={goHome} />
          <Button id="agree" kind="p" label="同意，去登记" onClick={() => void agree(text)} />
        </BottomBar>
      )}
    >
      {(text) => (
        <>
          <ConsentCards text={text} />
          <SensitiveTick
            isTicked={isTicked}
            error={isMissing ? '同意就点一下，不同意就不登记' : undefined}
            onChange={tick}
          />
        </>
      )}
    </AskedPage>
  )
}
