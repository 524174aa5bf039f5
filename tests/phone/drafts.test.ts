/** Answers kept in the phone while a form is being filled in. */
import { draftIn } from '../../src/cloud/drafts'
import { memory } from './memory'

const empty = { name: '', home: '' }

test('each answer is there again after the app was closed', () => {
  const kept = new Map<string, string>()
  draftIn(memory(kept), 'register', empty).keep({ name: '张三' })
  draftIn(memory(kept), 'register', empty).keep({ home: '34' })
  expect(draftIn(memory(kept), 'register', empty).read()).toEqual({ name: '张三', home: '34' })
})

test('a draft from an older version of the app cannot break the form', () => {
  const storage = memory()
  storage.write('draft:register', { name: '张三', home: 34, gone: 'x' })
  expect(draftIn(storage, 'register', empty).read()).toEqual({ name: '张三', home: '' })
  storage.write('draft:register', 'broken')
  expect(draftIn(storage, 'register', empty).read()).toEqual(empty)
})

test('a cleared draft leaves nothing in the phone', () => {
  const storage = memory()
  const draft = draftIn(storage, 'register', empty)
  draft.keep({ name: '张三' })
  draft.clear()
  expect(storage.everything()).not.toContain('张三')
})
