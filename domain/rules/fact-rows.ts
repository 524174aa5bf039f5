/** What a row of a fact is made of: its kind, where its value comes from, and the words its sentences are made of. */

type Choices = Readonly<Record<string, { readonly label: string }>>

/** Asked in place of the person who knows it; what nobody may answer for themselves has none. */
export type Question = {
  readonly question: string
  readonly hint?: string
  readonly yes?: string
  readonly no?: string
}

type Words = {
  /** Names the fact where an officer chooses it. */
  readonly label: string
  readonly from: string
  /** Stands before what is against it; without it, made of `from`: 您登记时说的 → 您登记时说. */
  readonly told?: string
  /** What is said while nobody knows. */
  readonly needs: string
  /** Values that settle nothing, each with what is said of it. */
  readonly unsettled?: Readonly<Record<string, string>>
  readonly ask?: Question
}

export type FactRow = Words &
  (
    | { readonly kind: 'yesNo'; readonly yes: string; readonly no: string }
    /** `says` holds the choice at {}; `words` are a choice's own where its label does not fit into a sentence. */
    | {
        readonly kind: 'choice'
        readonly choices: Choices
        readonly says: string
        readonly words?: Readonly<Record<string, string>>
      }
    /** `before` stands before the number: 春节上班 3 天, 春节上班满 5 天. */
    | { readonly kind: 'number'; readonly before: string; readonly unit: string; readonly least: '满' | '至少' }
    | { readonly kind: 'fen'; readonly before: string }
    | { readonly kind: 'day'; readonly says: string }
    | { readonly kind: 'text'; readonly says: string; readonly no: string }
  )

export type FactKind = FactRow['kind']
