/** The phone on this desk: it says itself when it has come to rest, and its sheets, signal and notices are answered for it. */
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import { type OnThisDesk, type PhoneInHand, until } from './phone-in-hand'
import { isSaid } from './reading'

const PATIENCE_MS = 60_000

export function ownPhone(app: MiniProgram, own: OnThisDesk): PhoneInHand {
  const looking = { app, patienceMs: PATIENCE_MS, rest: () => own.idle() }
  const answer: PhoneInHand['answer'] = async (choice) => {
    await until(looking, `have the sheet ${choice.sheet} open`, async () => (await own.layer()).sheet === choice.sheet)
    await own.answer(choice)
  }
  const told = async (): Promise<string[]> =>
    (await own.notices()).flatMap(({ rows }) => rows.map(({ value }) => value))
  return {
    ...looking,
    own,
    answer,
    scan: async (press, scene) => {
      await press()
      await answer({ sheet: 'scan', text: scene })
    },
    network: (isOnline) => (isOnline ? own.goOnline() : own.goOffline()),
    open: (path) => own.launch(path),
    tapNotice: async (words, see) => {
      await until(looking, `be told ${words}`, async () => (await told()).some((line) => isSaid(line, words)))
      await see()
      await own.openNotice()
    },
    close: () => {
      app.disconnect()
      own.close()
    },
  }
}
