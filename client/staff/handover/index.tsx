import { useLoad, useRouter } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { Bone } from '../../parts/bone'
import { replaceWith, routes } from '../../routes'
import { ForStaff } from '../../session/for-staff'
import { handoverStore, lookAt, pickupStore } from '../handover.store'
import { Gift } from './gift'
import { HandedOver } from './handed-over'
import { HandoverForm } from './handover-form'
import { PickupRefused } from './pickup-refused'
import './index.scss'

/** A pick-up code's reward, or a gift coupon's: look at it, then hand it over. `?pickupCode=` */
export default function HandoverPage(): ReactNode {
  const { pickupCode = '' } = useRouter().params
  const pickup = useStore(pickupStore)
  const { answer, refused } = useStore(handoverStore)
  useLoad(() => {
    lookAt(pickupCode)
  })
  // A member's code of lists opens all that waits for her: that is the pick-up desk.
  const isOfLists = pickup.answer?.what === 'entries' && pickup.wish?.pickupCode === pickupCode
  useEffect(() => {
    if (isOfLists) replaceWith(routes.pickupDesk, { pickupCode })
  }, [isOfLists, pickupCode])
  // Until this page has asked, the stores still hold what the one before it was about.
  const asked = pickup.wish?.pickupCode === pickupCode
  return (
    <ForStaff className="handover-page">
      {() => (
        <>
          {!asked ? (
            <Bone shape="hero" />
          ) : answer ? (
            <HandedOver record={recordOf(answer)} state="已自提" />
          ) : refused ? (
            <PickupRefused refused={refused} onRetry={() => handoverStore.getState().send()} />
          ) : pickup.refused ? (
            <PickupRefused refused={pickup.refused} onRetry={() => pickup.send()} />
          ) : pickup.answer?.what === 'coupon' ? (
            <Gift coupon={pickup.answer} />
          ) : pickup.answer?.what === 'redemption' ? (
            <HandoverForm pickup={pickup.answer} />
          ) : (
            <Bone shape="hero" />
          )}
        </>
      )}
    </ForStaff>
  )
}

function recordOf(answer: OutputAt<'mall.verifyPickup'>) {
  const { pickupCode: code, rewardTitle: title, collectedAt: at } = answer
  const { maskedName, storeName, staffName } = answer
  return { code, title, at, maskedName, storeName, staffName }
}
