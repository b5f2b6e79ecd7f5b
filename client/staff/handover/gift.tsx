import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { dayText, inGroups } from '../../format'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Ticket } from '../../parts/ticket'
import { deskStore } from '../../session/desk.store'
import { couponStore, verifyStore } from '../handover.store'
import { HandedOver } from './handed-over'
import { Line } from './handover-form'
import { PickupRefused } from './pickup-refused'

type Found = OutputAt<'coupons.findByCode'>

/** A gift coupon by its digits: look what it is for, then hand it over, once. */
export function Gift(): ReactNode {
  const found = useStore(couponStore)
  const { answer, refused, send } = useStore(verifyStore)
  if (answer) {
    const { couponCode, thing, title, usedAt } = answer
    return (
      <HandedOver record={{ ...answer, code: couponCode, title: thing ?? title, at: usedAt }} />
    )
  }
  if (refused) return <PickupRefused refused={refused} onRetry={() => send()} />
  if (found.refused) return <PickupRefused refused={found.refused} onRetry={() => found.send()} />
  if (!found.answer) return <Bone shape="hero" />
  const why = whyNot(found.answer)
  if (why) return <PickupRefused refused={why} onRetry={() => found.send()} />
  return <GiftForm coupon={found.answer} />
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
        note={`${dayText(expiresOn)}前有效`}
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
