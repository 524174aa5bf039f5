/** A city whose two hundred workers claim from programmes by real deeds, and a desk that decides over all of them at once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshKeyRing } from '../../../config/run/keys'
import { AppError } from '../../../domain/kernel/errors'
import { aClaimant, type ClaimTown, form, opened, startClaimTown } from '../../builders/claims'
import { storedIn } from '../../builders/stored'
import { newRequest, type Phone, START, Town } from '../../builders/town'
import { inTurn, type Outcome } from '../../wish/race/stage'

export const AMOUNT = 30_000

export type Asked = {
  readonly programmeId: string
  readonly id: string
  readonly version: number
  readonly owner: string
}

const MOST_TRIES = 60
/** A transaction nobody ends is ended by the database after a minute. */
const LOCKED_MS = 61_000

/** One data folder, and one cloud after another over it. */
export class Race {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-claims-'))
  private readonly keys = freshKeyRing()
  private now = START
  private standing: ClaimTown | undefined
  owners: readonly string[] = []

  get city(): ClaimTown {
    if (!this.standing) throw new Error('nothing is running')
    return this.standing
  }

  /** Everybody registered and verified, the desk appointed. */
  async begin(workers: number): Promise<void> {
    this.standing = await startClaimTown({ dataDir: this.dataDir, keys: this.keys, now: this.now })
    const phones = await inTurn(workers, () => aClaimant(this.city))
    this.owners = phones.map(({ openid }) => openid)
  }

  /** The same city on another build. */
  async goOn(distDir?: string): Promise<void> {
    const before = this.city
    await this.stop()
    const { dataDir, keys, now } = this
    const town = await Town.start({ dataDir, keys, now, ...(distDir ? { distDir } : {}) })
    const again = ({ openid }: Phone): Phone => town.phone(openid)
    const { union, reviewer, otherReviewer, signer, cashier, supervisor, siteOfficer, admin } = before
    this.standing = {
      ...before,
      town,
      admin: again(admin),
      union: again(union),
      reviewer: again(reviewer),
      otherReviewer: again(otherReviewer),
      signer: again(signer),
      cashier: again(cashier),
      supervisor: again(supervisor),
      siteOfficer: again(siteOfficer),
    }
  }

  async stop(): Promise<void> {
    await this.standing?.town.stop()
  }

  /** A programme of its own for so many fen, and a claim of everybody's handed in. */
  async programme(title: string, budgetFen: number, claimants = this.owners): Promise<Asked[]> {
    const programmeId = await opened(this.city, { title, budgetFen, amount: { way: 'fixed', fen: AMOUNT } })
    return inTurn(claimants.length, async (n) => {
      const owner = claimants[n] ?? ''
      const asked = { requestId: newRequest(), programmeId, edition: 1, period: 'once', form: form() } as const
      const { claim } = await this.city.town.phone(owner).claim.submit(asked)
      return { programmeId, id: claim.id, version: claim.version, owner }
    })
  }

  /** Each call of the database takes up to 20 ms, by chance, while this goes on. */
  async unevenly<T>(race: () => Promise<T>): Promise<T> {
    const { faults } = this.city.town.cloud
    const id = faults.on({ at: 'database', kind: 'latency', spreadMs: 20 })
    try {
      return await race()
    } finally {
      faults.off(id)
    }
  }

  /** What a process of its own needs to go on with this city. */
  get apart(): string[] {
    return [this.dataDir, JSON.stringify(this.keys), this.now.toISOString()]
  }

  /** A refusal in words is an answer too. */
  async hears(deed: () => Promise<unknown>): Promise<Outcome> {
    try {
      await deed()
      return 'done'
    } catch (error) {
      if (error instanceof AppError && error.code !== 'INTERNAL') return error.code
      throw error
    }
  }

  /** What died on the way is sent again as it was, and so is what others were before: the claim itself nobody else moves. */
  async insists(deed: () => Promise<unknown>): Promise<Outcome> {
    for (let tries = 1; tries <= MOST_TRIES; tries += 1)
      try {
        const outcome = await this.hears(deed)
        if (outcome !== 'CONFLICT') return outcome
      } catch (error) {
        if (String(error).includes('ended without an answer')) this.aMinuteLater()
      }
    throw new Error(`no answer in ${MOST_TRIES} tries`)
  }

  private aMinuteLater(): void {
    this.now = new Date(this.now.getTime() + LOCKED_MS)
    this.city.town.cloud.setNow(this.now)
  }

  stored() {
    return storedIn(this.city.town.cloud)
  }

  remove(): void {
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

/** Agreed to by this person, the same request sent twice at once: what each was told. */
export const approvesTwice = async (race: Race, by: Phone, { id, version }: Asked): Promise<[Outcome, Outcome]> => {
  const deed = { requestId: newRequest(), id, version, action: 'approve', form: {} } as const
  const send = () => race.insists(() => by.claim.act(deed))
  return Promise.all([send(), send()])
}
