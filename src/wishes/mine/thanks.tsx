/** Thanks in words, with a picture, or both; the donor reads them once they are checked. */
import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { MyWish } from '../../../domain/wish/views'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { goBack } from '../../cloud/go'
import { draftOf } from '../../cloud/phone-storage'
import { choosePhoto, uploadPhoto } from '../../cloud/upload'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { aria, BottomBar, Button, Card, Empty, LongText } from '../../ui'
import { storyMistake } from '../make/draft'
import { Marked } from '../make/marked'
import { Refused } from '../make/refused'
import { useMyWishes } from './use-wishes'
import './mine.css'

const SIGNS = 60

export default function ThanksPage() {
  const { id } = useRouter().params
  const asked = useMyWishes()
  return (
    <AskedPage title="说声谢谢" asked={asked} offline="没有信号。写的都存着，有信号再送">
      {(found) => {
        const wish = found.wishes.find((one) => one.id === id)
        if (wish?.can.includes('thank')) return <ThanksForm wish={wish} />
        return <Empty text="谢谢已经说过了，或者还没收到东西。" action={{ label: '回去', onClick: goBack }} />
      }}
    </AskedPage>
  )
}

/** Uploaded once, however often the rest is tried. */
const useUploaded = () => {
  const uploaded = useRef<{ path: string; fileId: string }>()
  return async (path: string): Promise<string> => {
    if (uploaded.current?.path !== path) uploaded.current = { path, fileId: await uploadPhoto(path) }
    return uploaded.current.fileId
  }
}

function ThanksForm({ wish: { id, version } }: { wish: MyWish }) {
  const [draft] = useState(() => draftOf(`thanks-${id}`, { words: '' }))
  const [words, setWords] = useState(() => draft.read().words)
  const [turn, setTurn] = useState(0)
  const [path, setPath] = useState<string>()
  const [mistake, setMistake] = useState<string>()
  const deed = useDeed()
  const fileOf = useUploaded()
  const say = (next: string) => {
    setWords(draft.keep({ words: next }).words)
    setMistake(undefined)
  }
  const send = async () => {
    const said = words.trim()
    if (said === '' && !path) return setMistake('写句话，或放一张照片')
    const wrong = said === '' ? undefined : storyMistake(said)
    if (wrong) return setMistake(wrong)
    const isDone = await deed.run(
      async (requestId) => {
        const file = path ? { fileId: await fileOf(path) } : {}
        await wishes.thank({ requestId, id, version, ...(said ? { words: said } : {}), ...file })
      },
      [said, path],
    )
    if (!isDone) return
    draft.clear()
    goBack()
  }
  const refused = Object.values(deed.error?.detail.fields ?? {})[0]
  return (
    <>
      <Refused error={deed.error} again={() => void send()} />
      <LongText
        key={turn}
        id="words"
        label="说声谢谢"
        hint="点灯的人看得到。别写名字、电话、哪个工地。键盘上的话筒也能说"
        max={SIGNS}
        value={words}
        error={mistake ?? refused}
        onChange={say}
      />
      <Marked
        words={words}
        isAsked={mistake !== undefined}
        onTakeOut={(left) => {
          say(left)
          setTurn(turn + 1)
        }}
      />
      <Photo path={path} onPath={setPath} />
      <BottomBar note="检查过了，点灯的人才看得到">
        <Button id="send" kind="p" label="送出去" busy={deed.isBusy} onClick={() => void send()} />
      </BottomBar>
    </>
  )
}

function Photo({ path, onPath }: { path: string | undefined; onPath: (path: string | undefined) => void }) {
  const choose = async () => {
    const chosen = await choosePhoto().catch(() => undefined)
    if (chosen) onPath(chosen)
  }
  return (
    <Card title="放一张照片">
      {path && (
        <Image className="mine-photo" src={path} mode="widthFix" {...aria({ role: 'img', label: '您选的照片' })} />
      )}
      <View className="mine-small">拍东西就好，别拍脸、工牌和门牌。不放也行</View>
      <Button id="photo" kind="q" label={path ? '换一张' : '拍照，或从相册选'} onClick={() => void choose()} />
      {path && <Button id="no-photo" kind="t" label="不放照片" onClick={() => onPath(undefined)} />}
    </Card>
  )
}
