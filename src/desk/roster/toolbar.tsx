/** Over the roster: whose, in which state, which kind, who exactly; and the way to take it along. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { stateRow } from '../../../domain/kernel/machine'
import type { GrantView } from '../../../domain/staff/schema'
import { workerApi } from '../../../domain/worker/api'
import { workerMachine } from '../../../domain/worker/machine'
import { Button, Field } from '../../ui'
import { grantsFor, placesOf, statesFor } from '../parts/access'
import { Chips } from '../parts/chips'
import { PlaceRow } from '../parts/place-row'
import { ExportSheet } from './export-sheet'
import { FilterSheet, filterWords } from './filter-sheet'
import { soughtIn, wordsOf } from './search'
import type { Question } from './shelf'
import './toolbar.css'

type Props = {
  readonly grants: readonly GrantView[]
  readonly question: Question
  readonly onChange: (question: Question) => void
}

type Open = 'filter' | 'export' | undefined

export function Toolbar({ grants, question, onChange }: Props) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const { place, filter } = question
  const states = statesFor(grants)
  const canExport = grantsFor(workerApi.endpoints.exportRoster, grants).length > 0
  return (
    <>
      <PlaceRow
        name={place.name}
        title="看哪里"
        roots={placesOf(grants)}
        wanted="site"
        onChoose={(next) => onChange({ ...question, place: next })}
      />
      <SearchBox key={wordsOf(question.search)} question={question} onChange={onChange} />
      <Chips
        id="states"
        label="看哪些"
        options={[
          { value: '', text: '全部' },
          ...states.map((state) => ({ value: state, text: stateRow(workerMachine, state).label })),
        ]}
        value={filter.state ?? ''}
        onChange={(value) => {
          const { state: _before, ...rest } = filter
          const state = states.find((name) => name === value)
          onChange({ ...question, filter: state ? { ...rest, state } : rest })
        }}
      />
      <View className="desk-tools">
        <Button id="filter" kind="q" label={filterWords(filter)} onClick={() => setOpen('filter')} />
        {canExport && <Button id="export" kind="q" label="导出" onClick={() => setOpen('export')} />}
      </View>
      {open === 'filter' && (
        <FilterSheet
          filter={filter}
          onClose={close}
          onFilter={(next) => {
            onChange({ ...question, filter: next })
            close()
          }}
        />
      )}
      {open === 'export' && <ExportSheet question={question} onClose={close} />}
    </>
  )
}

function SearchBox({ question, onChange }: Omit<Props, 'grants'>) {
  const [typed, setTyped] = useState(() => wordsOf(question.search))
  const [mistake, setMistake] = useState<string>()
  const { search: _before, ...rest } = question
  const seek = () => {
    const { search, mistake: wrong } = soughtIn(typed)
    setMistake(wrong)
    if (!wrong) onChange(search ? { ...rest, search } : rest)
  }
  return (
    <View className="desk-search">
      <View className="desk-search__field">
        <Field
          id="search"
          label="找人"
          hint="只能查全名，或证件号末 4 位"
          kind="text"
          value={typed}
          error={mistake}
          onChange={setTyped}
        />
      </View>
      <Button id="seek" kind="s" label={typed.trim() === '' && question.search ? '看全部' : '找'} onClick={seek} />
    </View>
  )
}
