import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { countText, momentText, shortDay, yuanText } from '../../format'
import { Notice } from '../../page-state'
import { fenOf } from '../../parts/amount'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { deskStore, type Scanned } from '../../session/desk.store'
import { backToScan } from '../../session/desk-pages'
import { ForStaff } from '../../session/for-staff'
import { nextStepOf } from '../../session/next-step'
import { repeatSentence } from '../../session/repeat-sentence'
import { tillStore } from '../../session/till.store'
import type { Refused as RefusedReceipt } from '../../submission'
import { forgottenStore } from '../forgotten.store'
import { receiptIn } from '../receipt-typing'
import { ScanFirst } from '../scan-first'
import { ReceiptDays } from './receipt-days'

/** 补积分: the member of this scan forgot her code last time, and has brought the receipt. */
export default function ForgottenPage(): ReactNode {
  const scanned = useStore(tillStore, (till) => till.scanned)
  const { answer, refused, wish, close } = useStore(forgottenStore)
  useUnload(close)
  if (!scanned) return <ScanFirst text="扫了会员码，才知道补给哪位会员" />
  return (
    <ForStaff className="forgotten-page">
      {() => (
        <>
          {answer && wish ? (
            <Booked answer={answer} receiptOn={wish.receiptOn} />
          ) : (
            <ReceiptForm scanned={scanned} />
          )}
          <Refused refused={refused} />
        </>
      )}
    </ForStaff>
  )
}

/** 40 figures, and the blanks or the words that are copied with them. */
const TYPED_MAX_LENGTH = 64

interface Typed {
  bill: string
  excluded: string
  receiptNo: string
  tillNo: string
}
const nothingTyped: Typed = { bill: '', excluded: '', receiptNo: '', tillNo: '' }

function ReceiptForm({ scanned }: { scanned: Scanned }): ReactNode {
  const { todayOn } = scanned
  const [receiptOn, setReceiptOn] = useState(todayOn)
  const [typed, setTyped] = useState<Typed>(nothingTyped)
  const sending = useStore(forgottenStore, (store) => store.sending)
  const billFen = fenOf(typed.bill)
  const excludedFen = typed.excluded.trim() === '' ? 0 : fenOf(typed.excluded)
  const numbers = receiptIn(typed)
  const hasReceipt = numbers !== null && numbers.receiptNo !== ''
  const ready = billFen !== null && billFen > 0 && excludedFen !== null && hasReceipt
  const book = () => {
    if (billFen === null || excludedFen === null || numbers === null) return
    const { receiptNo, tillNo } = numbers
    const receipt = { receiptOn, receiptNo, ...(tillNo ? { tillNo } : {}) }
    const { ticket, storeId } = scanned
    forgottenStore.getState().open({ ticket, storeId, billFen, excludedFen, ...receipt })
    forgottenStore.getState().send()
  }
  return (
    <>
      <View className="card">
        <View className="card-title one-line">补给 {scanned.maskedName}</View>
        <View className="soft">
          {`忘了扫码的那一笔，凭${scanned.storeName}的小票补积分；每张小票只能记一次。`}
        </View>
      </View>
      <View className="card">
        <ReceiptDays
          todayOn={todayOn}
          withinDays={scanned.receiptWithinDays}
          chosenOn={receiptOn}
          onChoose={setReceiptOn}
        />
        <ReceiptFields typed={typed} onChange={setTyped} />
      </View>
      <BigButton className="forgotten-confirm" busy={sending} disabled={!ready} onTap={book}>
        补积分{ready && billFen !== null ? ` ¥${yuanText(billFen)}` : ''}
      </BigButton>
    </>
  )
}

interface ReceiptFieldsProps {
  typed: Typed
  onChange(typed: Typed): void
}

function ReceiptFields({ typed, onChange }: ReceiptFieldsProps): ReactNode {
  const change = (part: Partial<Typed>) => onChange({ ...typed, ...part })
  return (
    <>
      <Field
        name="forgotten-bill"
        label="金额"
        value={typed.bill}
        placeholder="小票上的合计，元"
        reads="money"
        onChange={(bill) => change({ bill })}
      />
      <Field
        name="forgotten-receipt"
        label="小票号"
        value={typed.receiptNo}
        placeholder="小票上的流水号"
        reads="receiptNo"
        maxLength={TYPED_MAX_LENGTH}
        onChange={(receiptNo) => change({ receiptNo })}
      />
      <Field
        name="forgotten-till"
        label="收银台号"
        value={typed.tillNo}
        placeholder="小票上有就填"
        reads="tillNo"
        onChange={(tillNo) => change({ tillNo })}
      />
      <Field
        name="forgotten-excluded"
        label="不计积分"
        value={typed.excluded}
        placeholder="其中不计的金额，可不填"
        reads="money"
        onChange={(excluded) => change({ excluded })}
      />
    </>
  )
}

interface BookedProps {
  answer: OutputAt<'purchases.bookForgotten'>
  receiptOn: string
}

function Booked({ answer, receiptOn }: BookedProps): ReactNode {
  const { maskedName, paidFen, earnedPoints, cap } = answer
  const day = `${shortDay(receiptOn)}的 ¥${yuanText(paidFen)}`
  const capped = cap === null ? '' : '，当日或当月已达上限'
  const text = `${maskedName} ${day}，得 ${countText(earnedPoints)} 积分${capped}`
  const next = () => {
    deskStore.getState().askNext(true)
    backToScan()
  }
  return (
    <View className="forgotten-done" data-purchase={answer.purchaseId}>
      <Notice icon="check" title="已补积分" text={text}>
        <BigButton onTap={next}>下一位</BigButton>
      </Notice>
    </View>
  )
}

function Refused({ refused }: { refused: RefusedReceipt | null }): ReactNode {
  const { close } = forgottenStore.getState()
  const isAsked = refused !== null && nextStepOf(refused.code) === 'repeat'
  if (isAsked) return <AskedWhetherSame refused={refused} />
  const isOldScan = refused !== null && nextStepOf(refused.code) === 'rescan'
  const rescan = { label: '重新扫码', onTap: backToScan }
  return (
    <RefusalSheet
      title="没有补上"
      message={refused && sentenceOf(refused)}
      {...(isOldScan ? { step: rescan } : {})}
      onClose={close}
    />
  )
}

/** It may be a purchase that is booked already: the person at the counter says. */
function AskedWhetherSame({ refused }: { refused: RefusedReceipt }): ReactNode {
  const { wish, sending } = useStore(forgottenStore)
  const { close, send } = forgottenStore.getState()
  const another = {
    label: '是另一笔，补积分',
    busy: sending,
    className: 'forgotten-another',
    onTap: () => wish && send({ ...wish, repeatConfirmed: true }),
  }
  return (
    <RefusalSheet
      title="是同一笔吗？"
      message={repeatSentence(refused)}
      step={another}
      closeLabel="是同一笔，不补"
      onClose={close}
    />
  )
}

/** The facts that help her on: when the receipt was used, how far back it may be. */
function sentenceOf({ message, detail }: RefusedReceipt): string {
  const { settledAt, storeName, earliestOn, limitCount } = detail
  if (typeof settledAt === 'number') return `${message}：${momentText(settledAt)} 在${storeName}`
  if (typeof earliestOn === 'string') return `${message}，最早可补 ${shortDay(earliestOn)}的小票`
  if (typeof limitCount === 'number') return `${message}（每月 ${limitCount} 次）`
  return message
}
