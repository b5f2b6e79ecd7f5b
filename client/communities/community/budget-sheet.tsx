import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Field } from '../../parts/field'
import {
  budgetIn,
  budgetStore,
  budgetText,
  type CommunityRow,
  loadCommunities,
} from '../communities.store'

interface BudgetSheetProps {
  row: CommunityRow
  onClose(): void
}

/** How many coupons its owner's drops may give in a month; what was promised stays promised. */
export function BudgetSheet({ row, onClose }: BudgetSheetProps): ReactNode {
  const { sending, refused, answer, open, send, close } = useStore(budgetStore)
  const { communityId, monthCount: before } = row
  const [typed, setTyped] = useState(before === null ? '' : String(before))
  const monthCount = budgetIn(typed)
  const set = async () => {
    if (monthCount === undefined) return
    open({ communityId, monthCount })
    await send()
    await loadCommunities()
  }
  const leave = () => {
    close()
    onClose()
  }
  return (
    <ConfirmSheet
      name="budget"
      title={answer ? '已更新' : '每月可以发多少张'}
      sending={sending}
      refused={refused?.message}
      step={{ label: '保存', onTap: set, disabled: monthCount === undefined }}
      field={
        <Field
          name="budget-count"
          label="张数"
          value={typed}
          placeholder="不填就是不限"
          reads="count"
          onChange={setTyped}
        />
      }
      done={answer && { label: '好的', onTap: leave }}
      onClose={leave}
    >
      {answer
        ? `现在是：${budgetText(answer.monthCount)}。`
        : '按自然月算，团长排一场就占用一场的张数。已经排好的不受影响。'}
    </ConfirmSheet>
  )
}
