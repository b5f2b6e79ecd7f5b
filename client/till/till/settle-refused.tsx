import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { backToScan } from '../../session/desk-pages'
import { nextStepOf } from '../../session/next-step'
import { repeatSentence } from '../../session/repeat-sentence'
import { tillStore } from '../../session/till.store'

/** Why the purchase was not booked, and what staff do now. */
export function SettleRefused(): ReactNode {
  const { refused, couponIds, sending, settle, change, setProposal, dismiss } = useStore(tillStore)
  if (!refused) return null
  const step = nextStepOf(refused.code)
  if (step === 'repeat') {
    return (
      <RefusalSheet
        title="重复？"
        message={repeatSentence(refused)}
        step={{
          label: '不是重复，继续记账',
          busy: sending,
          className: 'settle-repeat',
          onTap: () => settle(true),
        }}
        closeLabel="是重复的，不记"
        onClose={dismiss}
      />
    )
  }
  if (step === 'rescan') {
    const rescan = { label: '重新扫码', className: 'settle-rescan', onTap: backToScan }
    return <RefusalSheet message={refused.message} step={rescan} onClose={dismiss} />
  }
  if (step === 'dropCoupon') {
    const { couponId } = refused.detail
    const others = couponIds.filter((each) => each !== couponId)
    const left = others.length < couponIds.length ? others : []
    const drop = { label: '不用这张券', onTap: () => change({ couponIds: left, ownCoupons: true }) }
    return <RefusalSheet message={refused.message} step={drop} onClose={dismiss} />
  }
  if (step === 'dropPoints') {
    const drop = {
      label: '不用积分',
      className: 'settle-no-points',
      onTap: () => setProposal(null),
    }
    return <RefusalSheet message={refused.message} step={drop} onClose={dismiss} />
  }
  if (step === 'retry') {
    const again = { label: '再试一次', busy: sending, onTap: () => settle() }
    return <RefusalSheet message={refused.message} step={again} onClose={dismiss} />
  }
  const closeLabel = step === 'checkReceipt' ? '核对小票号' : '知道了'
  return <RefusalSheet message={refused.message} closeLabel={closeLabel} onClose={dismiss} />
}
