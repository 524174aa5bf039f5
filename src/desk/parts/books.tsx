/** The books of a programme: what is paid, what is kept for somebody, what is free; the three are the budget. */
import type { InferOutput } from 'valibot'
import type { BooksView } from '../../../domain/claim/views-desk'
import { figures, yuan } from '../../../domain/kernel/money'
import { type Part, SplitBar } from '../../ui/split-bar'

type View = InferOutput<typeof BooksView>

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100)

const partsOf = ({ budgetFen, paidFen, reservedFen, freeFen }: View): Part[] => [
  { id: 'paid', look: 'full', word: '给出去了', figure: yuan(paidFen), share: share(paidFen, budgetFen) },
  {
    id: 'reserved',
    look: 'striped',
    word: '同意了，留着',
    figure: yuan(reservedFen),
    share: share(reservedFen, budgetFen),
  },
  { id: 'free', look: 'empty', word: '还能用', figure: yuan(freeFen), share: share(freeFen, budgetFen) },
]

/** '50,000 元 = 3,000 + 1,200 + 45,800'. */
export const sumOf = ({ budgetFen, paidFen, reservedFen, freeFen }: View): string =>
  `${yuan(budgetFen)} = ${[paidFen, reservedFen, freeFen].map(figures).join(' + ')}`

export const placesLine = ({ places, placesUsed }: View): string =>
  places === undefined ? `已经有 ${placesUsed} 人` : `${places} 人里，已经有 ${placesUsed} 人`

export function Books({ id, books }: { readonly id: string; readonly books: View }) {
  return <SplitBar id={id} label={`一共 ${yuan(books.budgetFen)}`} parts={partsOf(books)} />
}
