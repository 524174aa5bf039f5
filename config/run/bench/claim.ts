/** What claims cost, part by part: reading and handing in, paying, an employer's roster. */
import { benchPaying } from './claim-paying'
import { benchClaimReads } from './claim-reads'
import { benchRoster } from './claim-roster'

export type Asked = { readonly few: number; readonly many: number }

const parts = {
  reads: benchClaimReads,
  paying: ({ few }: Asked) => benchPaying(few),
  roster: () => benchRoster(),
} as const satisfies Record<string, (asked: Asked) => Promise<void>>

/** `npm run bench -- claim paying` asks for one of them. */
export async function benchClaim(asked: Asked, names: readonly string[]): Promise<void> {
  const all = Object.entries(parts)
  const chosen = all.filter(([name]) => names.includes(name))
  for (const [, part] of chosen.length > 0 ? chosen : all) await part(asked)
}
