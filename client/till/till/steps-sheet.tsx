import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { yuanText } from '../../format'
import { stepRowsOf } from '../../parts/bill-steps'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { Sheet } from '../../parts/sheet'
import { tillStore } from '../../session/till.store'

interface StepsSheetProps {
  open: boolean
  onClose(): void
}

/** How the till came to what is to be paid, as it will stand on the receipt. */
export function StepsSheet({ open, onClose }: StepsSheetProps): ReactNode {
  const { quote, proposal } = useStore(tillStore)
  if (!quote) return null
  const points = proposal?.state === 'confirmed' ? proposal.points : 0
  return (
    <Sheet open={open} title="账单明细" onClose={onClose}>
      {stepRowsOf(quote.steps, points).map(({ key, label, value }) => (
        <Line key={key} label={label} value={value} />
      ))}
      <Line label="应收" value={`¥${yuanText(quote.payableFen)}`} strong />
      <BigButton className="steps-close" tone="quiet" onTap={onClose}>
        知道了
      </BigButton>
    </Sheet>
  )
}
