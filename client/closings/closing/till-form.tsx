import { REASON_MAX_LENGTH, RECEIPT_LIST_MAX_LENGTH } from '@shared/limits'
import { Textarea, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { Refused } from '../../parts/refused'
import { type DayClosing, signStore } from '../closing.store'
import {
  differenceText,
  nothingTyped,
  type Reckoned,
  receiptText,
  reckon,
  type Typed,
} from '../closing-form'

interface TillFormProps {
  day: DayClosing
  /** Signed, or our books have moved: the day is to be read again. */
  onSigned(): void
}

type Name = Exclude<keyof Typed, 'list' | 'note'>

const main: readonly [Name, string, string][] = [
  ['receipts', '总笔数', '收银机打的笔数'],
  ['amount', '总金额', '例如 1280.50'],
  ['nonMemberReceipts', '非会员笔数', '没有就空着'],
  ['nonMember', '非会员金额', '没有就空着'],
]
const others: readonly [Name, string, string][] = [
  ['refund', '退款', '没有就空着'],
  ['coupon', '优惠券', '没有就空着'],
  ['points', '积分抵扣', '没有就空着'],
  ['footfall', '进店人数', '大约几位'],
]

/** What the till says, typed; what differs is told at once. */
export function TillForm({ day, onSigned }: TillFormProps): ReactNode {
  const [typed, setTyped] = useState<Typed>(nothingTyped)
  const { sending, refused } = useStore(signStore)
  const reckoned = reckon(typed, day)
  const set = (name: keyof Typed) => (text: string) => setTyped({ ...typed, [name]: text })
  const fields = (list: typeof main) =>
    list.map(([name, label, placeholder]) => (
      <Field
        key={name}
        name={`closing-${name}`}
        label={label}
        value={typed[name]}
        placeholder={placeholder}
        maxLength={12}
        onChange={set(name)}
      />
    ))
  return (
    <>
      <View className="card">
        <View className="card-title">收银机上的数</View>
        {fields(main)}
        {fields(others)}
        <Textarea
          className="closing-list"
          value={typed.list}
          maxlength={RECEIPT_LIST_MAX_LENGTH}
          placeholder="小票清单（可不填）：每行一张，如 10023 35.80"
          placeholderClass="field-placeholder"
          aria-label="小票清单"
          onInput={(event) => set('list')(event.detail.value)}
        />
      </View>
      <Verdict reckoned={reckoned} />
      {reckoned.needsNote && (
        <Field
          name="closing-note-field"
          label="说明"
          value={typed.note}
          placeholder="为什么不一样"
          maxLength={REASON_MAX_LENGTH}
          onChange={set('note')}
        />
      )}
      <Refused className="closing-refused" message={refused?.message} />
      <BigButton
        className="closing-sign"
        busy={sending}
        disabled={!canSign(typed, reckoned)}
        onTap={() => sign({ day, typed, reckoned }, onSigned)}
      >
        {reckoned.needsNote ? '带差异签字日结' : '签字日结'}
      </BigButton>
    </>
  )
}

function canSign({ note }: Typed, { till, wrongLineNo, needsNote }: Reckoned): boolean {
  return till !== null && wrongLineNo === null && (!needsNote || note.trim() !== '')
}

async function sign(
  { day, typed, reckoned }: { day: DayClosing; typed: Typed; reckoned: Reckoned },
  onSigned: () => void,
): Promise<void> {
  if (!reckoned.till) return
  const { storeId, businessOn, tillNo, ours } = day
  const { purchaseCount, paidFen, refundFen } = ours.sums
  const { open, send } = signStore.getState()
  open({
    ...{ storeId, businessOn, tillNo, ...reckoned.till },
    ...(typed.list.trim() === '' ? {} : { receiptList: typed.list.trim() }),
    ...(typed.note.trim() === '' ? {} : { note: typed.note.trim() }),
    ...{ seenCount: purchaseCount, seenPaidFen: paidFen, seenRefundFen: refundFen },
  })
  await send()
  const { answer, refused } = signStore.getState()
  const hasMoved = refused?.code === 'CLOSING_CHANGED' || refused?.code === 'CLOSING_SIGNED'
  if (answer || hasMoved) onSigned()
}

function Verdict({ reckoned }: { reckoned: Reckoned }): ReactNode {
  const { till, differences, receipts, wrongLineNo, needsNote } = reckoned
  if (wrongLineNo !== null) {
    return <View className="closing-verdict closing-odd">小票清单第 {wrongLineNo} 行读不懂</View>
  }
  if (!till) return null
  return (
    <View className={`closing-verdict ${needsNote ? 'closing-odd' : 'closing-even'}`} role="status">
      <View className="closing-verdict-title">{needsNote ? '还有差异' : '账平，一分不差'}</View>
      {differences.map((one) => (
        <View key={one.figure}>{differenceText(one)}</View>
      ))}
      {receipts.map((one) => (
        <View key={`${one.receiptNo}:${one.tillFen}:${one.ourFen}`}>小票 {receiptText(one)}</View>
      ))}
    </View>
  )
}
