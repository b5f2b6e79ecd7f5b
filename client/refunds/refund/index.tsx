import { View } from '@tarojs/components'
import { useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { momentText, yuanText } from '../../format'
import { PageState } from '../../page-state'
import { stepRowsOf } from '../../parts/bill-steps'
import { Bone, Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { Refused } from '../../parts/refused'
import { Segments } from '../../parts/segments'
import { goBack } from '../../routes'
import { ForStaff } from '../../session/for-staff'
import { choosingStore, previewStore, refundStore } from '../refund.store'
import type { RefundShown } from '../refund-rows'
import type { Opened, RefundChoice } from '../refund-wish'
import { whyOf } from '../why-amount'
import { Effect } from './effect'
import { Parts } from './parts'
import './index.scss'

const modes = [
  { value: 'whole', label: '整单退' },
  { value: 'part', label: '退一部分' },
] as const

/** What a refund does to everything, before it is booked; confirming does that. `?purchaseId=` */
export default function RefundPage(): ReactNode {
  const { purchaseId = '' } = useRouter().params
  const shown = useStore(previewStore)
  const answer = useStore(refundStore, (refund) => refund.answer)
  useEffect(() => {
    choosingStore.getState().begin(purchaseId)
  }, [purchaseId])
  useUnload(() => refundStore.getState().close())
  const look = () => choosingStore.getState().look()
  return (
    <ForStaff className="refund-page">
      {() => (
        <>
          <PageState shown={shown} skeleton={<RefundBones />} onRetry={look}>
            {({ purchase, shown: effect }) => (
              <>
                <Head purchase={purchase} />
                <Steps purchase={purchase} />
                {answer ? (
                  <Done shown={answer.shown} onlineFen={answer.onlineFen} />
                ) : (
                  <>
                    <Choice purchase={purchase} />
                    <Chosen purchase={purchase} effect={effect} />
                  </>
                )}
              </>
            )}
          </PageState>
        </>
      )}
    </ForStaff>
  )
}

function Head({ purchase }: { purchase: Opened }): ReactNode {
  const { maskedName, storeName, settledAt, receiptNo, paidFen, refundedFen } = purchase
  const receipt = receiptNo ? ` · 小票 ${receiptNo}` : ''
  return (
    <View className="card refund-head">
      <View className="refund-head-words">
        <View className="refund-name one-line">{maskedName}</View>
        <View className="soft figures">
          {storeName} {momentText(settledAt)}
          {receipt}
        </View>
      </View>
      <View className="refund-head-figures figures">
        <View>¥{yuanText(paidFen)}</View>
        {refundedFen > 0 && <View className="refund-before">已退 ¥{yuanText(refundedFen)}</View>}
      </View>
    </View>
  )
}

/** What was taken off it, and so comes back as less money than the price. */
function Steps({ purchase }: { purchase: Opened }): ReactNode {
  const { steps, pointsPaid } = purchase
  const rows = stepRowsOf(steps, pointsPaid)
  if (rows.length === 0) return null
  return (
    <View className="card refund-steps">
      {rows.map(({ key, label, value }) => (
        <Line key={key} label={label} value={value} />
      ))}
    </View>
  )
}

function Choice({ purchase }: { purchase: Opened }): ReactNode {
  const { choice, choose } = useStore(choosingStore)
  return (
    <View className="card">
      <Segments<RefundChoice['mode']>
        className="refund-mode"
        choices={modes}
        chosen={choice.mode}
        onChoose={(mode) => choose({ mode })}
      />
      {choice.mode === 'part' && <Parts purchase={purchase} choice={choice} choose={choose} />}
      <View
        className={`refund-fault ${choice.isShopFault ? 'refund-ticked' : ''}`}
        role="checkbox"
        aria-checked={choice.isShopFault}
        hoverClass="touched"
        onClick={() => choose({ isShopFault: !choice.isShopFault })}
      >
        <View className="refund-tick">{choice.isShopFault ? '✓' : ''}</View>
        <View className="refund-fault-words">是店里的原因，退回的过期积分多留些时间</View>
      </View>
    </View>
  )
}

interface ChosenProps {
  purchase: Opened
  effect: RefundShown
}

function Chosen({ purchase, effect }: ChosenProps): ReactNode {
  const { wish, confirm } = useStore(choosingStore)
  const { loading, trouble } = useStore(previewStore)
  const { sending, refused } = useStore(refundStore)
  if (!wish) return <View className="refund-nothing">选要退的商品，金额不超过剩下的</View>
  return (
    <>
      <Effect title="这次退款会怎样" shown={effect} />
      {whyOf(purchase, effect).map((sentence) => (
        <View key={sentence} className="refund-why figures">
          {sentence}
        </View>
      ))}
      <View className="refund-why">
        这里只记账，退积分和券。收银台收的钱，请用现金或原来的付款工具退给会员。
      </View>
      <Refused className="refund-refused" message={refused?.message} />
      <BigButton
        className="refund-confirm"
        tone="warning"
        busy={sending || loading}
        disabled={trouble !== null}
        onTap={confirm}
      >
        确认退款 ¥{yuanText(effect.moneyFen)}
      </BigButton>
      <View className="refund-keep" hoverClass="touched" role="button" onClick={() => goBack()}>
        不退了
      </View>
    </>
  )
}

interface DoneProps {
  shown: RefundShown
  onlineFen: number
}

/** What was paid by WeChat goes back there by itself: nobody hands that out at the till. */
function Done({ shown, onlineFen }: DoneProps): ReactNode {
  const inPersonFen = shown.moneyFen - onlineFen
  return (
    <>
      <Effect title="已退款" shown={shown} />
      {onlineFen === 0 && shown.moneyFen > 0 && (
        <View className="refund-online">
          请用现金或原来的付款工具，把 ¥{yuanText(shown.moneyFen)} 退给会员
        </View>
      )}
      {onlineFen > 0 && (
        <View className="refund-online">
          ¥{yuanText(onlineFen)} 由微信支付原路退回
          {inPersonFen > 0 ? `，另有 ¥${yuanText(inPersonFen)} 请当面退` : '，不用当面退钱'}
        </View>
      )}
      <BigButton className="refund-done" onTap={() => goBack()}>
        好的
      </BigButton>
    </>
  )
}

function RefundBones(): ReactNode {
  return (
    <>
      <Bone shape="card" />
      <Bones shape="row" count={5} />
    </>
  )
}
