import { MAX_REWARD_STOCK, REASON_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { Field } from '../../parts/field'
import { Refused } from '../../parts/refused'
import { goBack } from '../../routes'
import { wholeIn } from '../reward-form'
import { loadShelf, type ShelfReward, stockStore } from '../rewards.store'

type Direction = 'in' | 'out'

const directions = [
  { value: 'in', label: '入库' },
  { value: 'out', label: '减少' },
] as const
const usual: Readonly<Record<Direction, string>> = { in: '到货入库', out: '' }

/** How many more or fewer, and why; what will be left is said before it is done. */
export function StockForm({ reward }: { reward: ShelfReward }): ReactNode {
  const { rewardId, leftCount } = reward
  const [direction, setDirection] = useState<Direction>('in')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState(usual.in)
  const { sending, refused } = useStore(stockStore)
  const count = wholeIn(typed, MAX_REWARD_STOCK)
  const byCount = direction === 'in' ? (count ?? 0) : -(count ?? 0)
  const after = leftCount + byCount
  const problem = problemOf({ count, after, reason })
  const turn = (chosen: Direction) => {
    setDirection(chosen)
    if (reason === usual[direction]) setReason(usual[chosen])
  }
  const send = async () => {
    stockStore.getState().open({ rewardId, byCount, reason: reason.trim() })
    await stockStore.getState().send()
    await loadShelf()
    if (stockStore.getState().answer) goBack()
  }
  return (
    <View className="card">
      <Chips<Direction>
        name="stock-way"
        label="入库还是减少"
        chips={directions}
        chosen={[direction]}
        onTap={turn}
      />
      <Field
        name="stock-count"
        label="多少份"
        value={typed}
        placeholder="例如：20"
        type="number"
        maxLength={6}
        onChange={setTyped}
      />
      <Field
        name="stock-reason"
        label="原因"
        value={reason}
        placeholder="例如：打翻了两份、盘点少一份"
        maxLength={REASON_MAX_LENGTH}
        onChange={setReason}
      />
      <View className="soft figures stock-after">
        {problem ?? `改后剩 ${countText(after)} 份，已经兑换的不变`}
      </View>
      <Refused className="stock-refused" message={refused?.message} />
      <BigButton className="stock-confirm" busy={sending} disabled={problem !== null} onTap={send}>
        {direction === 'in' ? '入库' : '减少库存'}
      </BigButton>
    </View>
  )
}

interface Typed {
  readonly count: number | null | undefined
  readonly after: number
  readonly reason: string
}

/** Why it cannot be sent yet. */
function problemOf({ count, after, reason }: Typed): string | null {
  if (count === undefined) return '填上份数就可以改'
  if (count === null) return `份数请填 1 到 ${countText(MAX_REWARD_STOCK)} 的整数`
  if (after < 0) return '减得比剩下的还多，请核对'
  return reason.trim() === '' ? '请写明原因，以后查得到' : null
}
