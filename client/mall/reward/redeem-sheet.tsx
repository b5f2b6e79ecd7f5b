import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { countText, dayText, inGroups, yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Icon } from '../../parts/icon'
import { Line } from '../../parts/line'
import { Reminder } from '../../parts/reminder'
import { RewardPicture } from '../../parts/reward-picture'
import { Sheet } from '../../parts/sheet'
import { open, routes } from '../../routes'
import { loadRewards, type RewardCard, type RewardList } from '../mall.store'
import { redeemStore, wishFor } from '../redeem.store'
import { payFor, RedemptionPay } from '../redemption-pay'

const pickupKeys = ['pickup'] as const

interface RedeemSheetProps {
  reward: RewardCard
  list: RewardList
}

/** Asks once, with the balance that will be left; then shows the pick-up code. */
export function RedeemSheet({ reward, list }: RedeemSheetProps): ReactNode {
  const { wish, sending, refused, answer, send, close } = useStore(redeemStore)
  const stepLabel = reward.cashFen > 0 ? '确认并付款' : '确认兑换'
  const isOpen = wish?.rewardId === reward.rewardId
  const { pricePoints, cashFen } = reward
  // Another price is read again by the page behind; she sees it here before she agrees to it.
  const isChanged = refused?.code === 'REWARD_CHANGED'
  const confirm = async () => {
    if (isChanged) return redeemStore.getState().open(wishFor(reward))
    await send()
    await loadRewards()
    const redeemed = redeemStore.getState().answer
    if (redeemed?.state === 'unpaid') await payFor(redeemed)
  }
  const refusedLabel = isChanged ? '看最新的' : refused ? '再试一次' : null
  if (answer?.payUntilAt) {
    return <RedemptionPay redemption={answer} onClose={close} />
  }
  if (answer) {
    return (
      <Sheet open={isOpen} title="兑换成功" onClose={close}>
        <Redeemed answer={answer} onClose={close} />
      </Sheet>
    )
  }
  return (
    <ConfirmSheet
      name="redeem"
      open={isOpen}
      title="确认兑换"
      sending={sending}
      refused={refused?.message}
      step={{ label: refusedLabel ?? stepLabel, onTap: confirm }}
      keep={{ label: '再想想', className: 'redeem-cancel', onTap: close }}
      {...(refused ? {} : { field: <RedeemNote hasCash={cashFen > 0} /> })}
      onClose={close}
    >
      <View className="redeem-reward">
        <RewardPicture picture={reward.picture} size="small" />
        <View className="redeem-reward-title">{reward.title}</View>
      </View>
      <Line label="使用积分" value={`−${countText(pricePoints)}`} strong />
      {cashFen > 0 && <Line label="微信支付" value={`¥${yuanText(cashFen)}`} strong />}
      <Line label="兑换后剩余" value={countText(list.balancePoints - pricePoints)} />
    </ConfirmSheet>
  )
}

function RedeemNote({ hasCash }: { hasCash: boolean }): ReactNode {
  return (
    <View className="redeem-note">
      {hasCash
        ? '请在十五分钟内付款。付款后凭自提码到店取，取走前可随时取消，积分原样退回，钱原路退回微信'
        : '兑换后凭自提码到店取，取走前可随时取消，积分原样退回'}
    </View>
  )
}

interface RedeemedProps {
  answer: OutputAt<'mall.redeem'>
  onClose(): void
}

function Redeemed({ answer, onClose }: RedeemedProps): ReactNode {
  const { redemptionId, rewardTitle, pickupCode, expiresOn, balancePoints } = answer
  const show = () => {
    onClose()
    open(routes.redemption, { redemptionId })
  }
  return (
    <View className="redeem-done" data-pickup={pickupCode}>
      <View className="redeem-seal">
        <Icon name="check" size={72} />
      </View>
      <View className="redeem-done-title">{rewardTitle}</View>
      <View className="redeem-code figures">{inGroups(pickupCode).join(' ')}</View>
      <View className="redeem-note">
        {dayText(expiresOn)}前到店出示自提码 · 剩余 {countText(balancePoints)} 积分
      </View>
      <Reminder keys={pickupKeys} words="兑换有变化时，微信提醒我" />
      <BigButton className="redeem-show" onTap={show}>
        查看自提码
      </BigButton>
      <View
        className="confirm-keep redeem-cancel"
        role="button"
        hoverClass="touched"
        onClick={onClose}
      >
        继续逛逛
      </View>
    </View>
  )
}
