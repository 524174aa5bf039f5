/** A no, or an answer in words: a reason the claimant reads as it is previewed here. */
import { nameOf } from '../claims/row'
import { ReasonSheet } from '../parts/reason-sheet'
import { labelOf, previewOf, reasonsFor, type SaidDeed, type SentDeed } from './deeds'
import { reasonIn, type SheetProps } from './sheet'

type Props = SheetProps & { readonly deed: SaidDeed; readonly tried: SentDeed | undefined }

export function WhySheet({ row, deed, tried, isBusy, error, onSend, onClose }: Props) {
  return (
    <ReasonSheet
      id="why"
      title={`${labelOf(deed)}：${nameOf(row)}`}
      reasons={reasonsFor[deed]}
      label={labelOf(deed)}
      isBusy={isBusy}
      error={error}
      preview={previewOf(deed, row, new Date())}
      starts={reasonIn(tried, deed)}
      onReason={(reason) => onSend({ action: deed, form: { reason } })}
      onClose={onClose}
    />
  )
}
