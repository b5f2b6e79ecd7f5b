import { useLoad, useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Bone } from '../../parts/bone'
import { ForStaff } from '../../session/for-staff'
import { storeInput } from '../../session/serving.store'
import { handoverStore, pickupStore } from '../handover.store'
import { HandedOver } from './handed-over'
import { HandoverForm } from './handover-form'
import { PickupRefused } from './pickup-refused'
import './index.scss'

/** A pick-up code's reward: look at it, then hand it over. `?pickupCode=` says which. */
export default function HandoverPage(): ReactNode {
  const { pickupCode = '' } = useRouter().params
  const pickup = useStore(pickupStore)
  const { answer, refused } = useStore(handoverStore)
  useLoad(() => lookAt(pickupCode))
  // Until this page has asked, the stores still hold what the one before it was about.
  const asked = pickup.wish?.pickupCode === pickupCode
  return (
    <ForStaff className="handover-page">
      {() => (
        <>
          {!asked ? (
            <Bone shape="hero" />
          ) : answer ? (
            <HandedOver answer={answer} />
          ) : refused ? (
            <PickupRefused refused={refused} onRetry={() => handoverStore.getState().send()} />
          ) : pickup.refused ? (
            <PickupRefused refused={pickup.refused} onRetry={() => pickup.send()} />
          ) : pickup.answer ? (
            <HandoverForm pickup={pickup.answer} />
          ) : (
            <Bone shape="hero" />
          )}
        </>
      )}
    </ForStaff>
  )
}

function lookAt(pickupCode: string): void {
  handoverStore.getState().open({ pickupCode, ...storeInput() })
  pickupStore.getState().open({ pickupCode })
  pickupStore.getState().send()
}
