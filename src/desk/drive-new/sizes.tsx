/** Which sizes or grades of a kind may be wished for: all of them, unless the union says which. */
import { useState } from 'react'
import { type KindName, kinds, sizesOf } from '../../../domain/wish/kinds'
import { Button, Card, Choice, Row, Sheet } from '../../ui'

type Props = {
  readonly kind: KindName
  /** None named: all. */
  readonly value: readonly string[] | undefined
  readonly onChange: (sizes: readonly string[]) => void
}

export function Sizes({ kind, value, onChange }: Props) {
  const [isChoosing, setChoosing] = useState(false)
  const chosen = sizesOf(kind, value)
  const isAll = chosen.length === sizesOf(kind).length
  return (
    <>
      <Card>
        <Row
          id={`sizes-${kind}`}
          title={`${kinds[kind].label}，有哪几种`}
          value={isAll ? '都有' : `${chosen.length} 种`}
          go="改"
          onClick={() => setChoosing(true)}
        />
      </Card>
      {isChoosing && (
        <SizesSheet
          kind={kind}
          value={chosen}
          onClose={() => setChoosing(false)}
          onChange={(sizes) => {
            setChoosing(false)
            onChange(sizes)
          }}
        />
      )}
    </>
  )
}

type SheetProps = Omit<Props, 'value'> & { readonly value: readonly string[]; readonly onClose: () => void }

function SizesSheet({ kind, value, onChange, onClose }: SheetProps) {
  const [chosen, setChosen] = useState(value)
  const [mistake, setMistake] = useState<string>()
  const settle = () => (chosen.length > 0 ? onChange(sizesOf(kind, chosen)) : setMistake('至少选一种'))
  const { label, details } = kinds[kind]
  return (
    <Sheet
      id="sizes-sheet"
      title={`${label}，有哪几种`}
      onClose={onClose}
      foot={<Button id="sizes-done" kind="s" label="就这几种" onClick={settle} />}
    >
      <Choice
        id="sizes"
        many
        label="工人只能从这里面选"
        options={details.map(({ id, label: text }) => ({ value: id, text }))}
        value={chosen}
        error={mistake}
        onChange={(next) => {
          setChosen(next)
          setMistake(undefined)
        }}
      />
    </Sheet>
  )
}
