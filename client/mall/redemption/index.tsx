import { View } from '@tarojs/components'
import { useDidShow, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useCallback } from 'react'
import { useStore } from 'zustand'
import { countText, momentText, yuanText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { Icon } from '../../parts/icon'
import { useLooking } from '../../parts/looking'
import { Page } from '../../parts/page'
import { RewardPicture } from '../../parts/reward-picture'
import { payStore } from '../../session/pay.store'
import { canCancel, wordsOf } from '../redemption-state'
import {
  cancelStore,
  loadUntil,
  lookAgain,
  type RedemptionCard,
  redemptionsStore,
} from '../redemptions.store'
import { CancelSheet } from './cancel-sheet'
import { PickupTicket } from './pickup-ticket'
import { UnpaidCard } from './unpaid-card'
import './index.scss'

/** Often enough that 已自提 shows while the member still holds her phone at the counter. */
const LOOK_EVERY_MS = 3_000

/** One redemption: its pick-up code while it waits, what became of it after. `?redemptionId=` */
export default function RedemptionPage(): ReactNode {
  const { redemptionId = '' } = useRouter().params
  const { head, rows, loading, loadingMore, trouble } = useStore(redemptionsStore)
  const reload = () => loadUntil(redemptionId)
  useDidShow(() => {
    reload()
  })
  useUnload(() => {
    cancelStore.getState().close()
    payStore.getState().close()
  })
  const redemption = rows.find((row) => row.redemptionId === redemptionId)
  const look = useCallback(() => lookAgain(redemptionId), [redemptionId])
  const isWaiting = redemption?.state === 'waiting' || redemption?.state === 'unpaid'
  useLooking(look, LOOK_EVERY_MS, isWaiting)
  const settled = head !== null && !loading && !loadingMore
  const data: RedemptionCard | 'missing' | null =
    redemption ?? (settled && !trouble ? 'missing' : null)
  return (
    <Page className="redemption-page">
      <PageState shown={{ data, loading, trouble }} skeleton={<TicketSkeleton />} onRetry={reload}>
        {(found) =>
          found === 'missing' ? (
            <Notice icon="gift" title="没有找到这笔兑换" text="可能太久远了，可以问问店员" />
          ) : (
            <Found redemption={found} todayOn={head?.todayOn ?? ''} />
          )
        }
      </PageState>
    </Page>
  )
}

interface FoundProps {
  redemption: RedemptionCard
  todayOn: string
}

function Found({ redemption, todayOn }: FoundProps): ReactNode {
  const { label, tone, note } = wordsOf(redemption, todayOn)
  const { state, cashFen, redemptionId } = redemption
  return (
    <>
      {state === 'unpaid' && <UnpaidCard redemption={redemption} note={note} />}
      {state === 'unpaid' ? null : tone === 'waiting' ? (
        <PickupTicket redemption={redemption} />
      ) : (
        <View className="card redemption-closed">
          <View className={`redemption-closed-seal redemption-closed-${tone}`}>
            <Icon name={tone === 'done' ? 'check' : 'pickup'} size={72} />
          </View>
          <View className="redemption-closed-label">{label}</View>
          <View className="soft figures">{note}</View>
        </View>
      )}
      <View className="card">
        <View className="redemption-reward">
          <RewardPicture picture={redemption.picture} size="small" />
          <View className="redemption-reward-title">{redemption.rewardTitle}</View>
        </View>
        <Line label="使用积分" value={`${countText(redemption.pricePoints)} 积分`} />
        {cashFen > 0 && <Line label="微信支付" value={`¥${yuanText(cashFen)}`} />}
        <Line label="兑换时间" value={momentText(redemption.redeemedAt)} />
      </View>
      {canCancel(redemption, todayOn) && (
        <View
          className="redemption-cancel"
          hoverClass="touched"
          role="button"
          onClick={() => cancelStore.getState().open({ redemptionId })}
        >
          取消兑换，退回积分{cashFen > 0 && state === 'waiting' ? '和付款' : ''}
        </View>
      )}
      <CancelSheet redemption={redemption} />
    </>
  )
}

function Line({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <View className="redemption-line figures">
      <View className="redemption-line-label">{label}</View>
      <View>{value}</View>
    </View>
  )
}

function TicketSkeleton(): ReactNode {
  return (
    <>
      <Bone shape="hero" />
      <Bone shape="card" />
    </>
  )
}
