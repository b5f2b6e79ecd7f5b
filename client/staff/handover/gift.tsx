import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { dayText, inGroups } from '../../format'
import { BigButton } from '../../parts/button'
import { Ticket } from '../../parts/ticket'
import { deskStore } from '../../session/desk.store'
import { lookAt, verifyStore } from '../handover.store'
import { HandedOver } from './handed-over'
import { Line } from './handover-form'
import { PickupRefused } from './pickup-refused'

type Found = Extract<OutputAt<'mall.findPickup'>, { what: 'coupon' }>

/** A gift coupon by its digits: look what it is for, then hand it over, once. */
export function Gift({ coupon }: { coupon: Found }): ReactNode {
  const { answer, refused, send } = useStore(verifyStore)
  if (answer) {
    const { couponCode, thing, title, usedAt } = answer
    return (
      <HandedOver record={{ ...answer, code: couponCode, title: thing ?? title, at: usedAt }} />
    )
  }
  if (refused) return <PickupRefused refused={refused} onRetry={() => send()} />
  const why = whyNot(coupon)
  if (why) return <PickupRefused refused={why} onRetry={() => lookAt(coupon.couponCode)} />
  return <GiftForm coupon={coupon} />
}

/** A used one says when, where and by whom, also when it is only looked at. */
function whyNot({ refusal, used }: Found): Parameters<typeof PickupRefused>[0]['refused'] | null {
  if (!refusal) return null
  const { at: usedAt, storeName, staffName } = used ?? {}
  const detail = usedAt === undefined ? {} : { usedAt, storeName, staffName }
  return { code: refusal.code, message: refusal.message, detail }
}

function GiftForm({ coupon }: { coupon: Found }): ReactNode {
  const { sending, send } = useStore(verifyStore)
  const { couponCode, title, face, sentence, limitWords, maskedName, expiresOn, thing } = coupon
  const confirm = async () => {
    await send()
    if (!verifyStore.getState().answer) return
    const text = `已核销 ${thing ?? title}`
    deskStore.getState().remember({ key: couponCode, title: maskedName, text })
  }
  return (
    <>
      <Ticket
        {...{ title, face, sentence, limitWords }}
        thresholdFen={0}
        note={`有效至${dayText(expiresOn)}`}
      />
      <View className="card handover-card">
        <View className="handover-title">{thing ?? title}</View>
        <Line label="会员" value={maskedName} />
        <Line label="券码" value={inGroups(couponCode).join(' ')} />
      </View>
      <View className="handover-note">确认后券码立即失效，只能用一次</View>
      <BigButton className="handover-confirm" busy={sending} onTap={confirm}>
        已把赠品交给会员
      </BigButton>
    </>
  )
}
