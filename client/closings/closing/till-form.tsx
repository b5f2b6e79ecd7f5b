import { REASON_MAX_LENGTH, RECEIPT_LIST_MAX_LENGTH } from '@shared/limits'
import { Textarea, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import type { FieldReads } from '../../parts/field-reading'
import { Refused } from '../../parts/refused'
import { type DayClosing, signStore } from '../closing.store'
import { nothingTyped, type Reckoned, reckon, sentTotals, type Typed } from '../closing-form'
import { differenceText, receiptText } from '../closing-words'

interface TillFormProps {
  day: DayClosing
  /** Signed, or our books have moved: the day is to be read again. */
  onSigned(): void
}

type Name = Exclude<keyof Typed, 'list' | 'note'>

type Asked = readonly [Name, FieldReads, string, string]

const main: readonly Asked[] = [
  ['receipts', 'count', '总笔数', '收银机打的笔数'],
  ['amount', 'dayMoney', '总金额', '例如 1,280.50'],
]
/** Whoever counts these checks more; what is left empty is not held against anything. */
const others: readonly Asked[] = [
  ['refund', 'dayMoney', '退款', '不核对就空着，没有填 0'],
  ['coupon', 'dayMoney', '优惠券', '不核对就空着，没有填 0'],
  ['points', 'dayMoney', '积分抵扣', '不核对就空着，没有填 0'],
  ['nonMemberReceipts', 'count', '非会员笔数', '没有另外数就空着'],
  ['nonMember', 'dayMoney', '非会员金额', '没有另外数就空着'],
  ['footfall', 'count', '进店人数', '大约几位，可不填'],
]

/** What the till says, typed; what differs is told at once. */
export function TillForm({ day, onSigned }: TillFormProps): ReactNode {
  const [typed, setTyped] = useState<Typed>(nothingTyped)
  const [isWide, setWide] = useState(false)
  const { sending, refused } = useStore(signStore)
  const reckoned = reckon(typed, day)
  const set = (name: keyof Typed) => (text: string) => setTyped({ ...typed, [name]: text })
  return (
    <>
      <View className="card">
        <View className="card-title">收银机上的数</View>
        <Fields asked={main} typed={typed} set={set} />
        {isWide ? (
          <>
            <Fields asked={others} typed={typed} set={set} />
            <ReceiptList value={typed.list} onChange={set('list')} />
          </>
        ) : (
          <View
            className="closing-more"
            role="button"
            hoverClass="touched"
            onClick={() => setWide(true)}
          >
            还要核对退款、券、积分、小票
          </View>
        )}
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
        disabled={reckoned.missing !== null}
        onTap={() => sign({ day, typed, reckoned }, onSigned)}
      >
        {reckoned.missing ?? (reckoned.needsNote ? '带差异签字日结' : '签字日结')}
      </BigButton>
    </>
  )
}

interface FieldsProps {
  asked: readonly Asked[]
  typed: Typed
  set(name: Name): (text: string) => void
}

function Fields({ asked, typed, set }: FieldsProps): ReactNode {
  return asked.map(([name, reads, label, placeholder]) => (
    <Field
      key={name}
      name={`closing-${name}`}
      label={label}
      value={typed[name]}
      placeholder={placeholder}
      reads={reads}
      onChange={set(name)}
    />
  ))
}

interface ReceiptListProps {
  value: string
  onChange(text: string): void
}

function ReceiptList({ value, onChange }: ReceiptListProps): ReactNode {
  return (
    <Textarea
      className="closing-list"
      value={value}
      maxlength={RECEIPT_LIST_MAX_LENGTH}
      placeholder="小票清单（可不填）：每行一张，如 10023 35.80"
      placeholderClass="field-placeholder"
      aria-label="小票清单"
      onInput={(event) => onChange(event.detail.value)}
    />
  )
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
    ...{ storeId, businessOn, tillNo, ...sentTotals(reckoned.till) },
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
  const { till, differences, receipts, wrongLine, needsNote } = reckoned
  if (wrongLine !== null) {
    return (
      <View className="closing-verdict closing-odd" role="alert">
        小票清单第 {wrongLine.lineNo} 行：{wrongLine.sentence}
      </View>
    )
  }
  if (!till) return null
  return (
    <View className={`closing-verdict ${needsNote ? 'closing-odd' : 'closing-even'}`} role="status">
      <View className="closing-verdict-title">{needsNote ? '还有差异' : '对账一致，一分不差'}</View>
      {differences.map((one) => (
        <View key={one.figure}>{differenceText(one)}</View>
      ))}
      {receipts.map((one) => (
        <View key={`${one.receiptNo}:${one.tillFen}:${one.ourFen}`}>小票 {receiptText(one)}</View>
      ))}
    </View>
  )
}
