import type { WakeReason } from '@shared/gifts/gift-rule'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { dayOf, daysBetween, shortDay } from '../../format'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { Icon } from '../../parts/icon'
import { Refused } from '../../parts/refused'
import { insideText, keptDayText, wakeReasonChips, whyText } from '../gift-words'
import { packStore, type WaitingGift } from '../gifts.store'

interface GiftCardProps {
  gift: WaitingGift
  /** As the server's clock says. */
  now: number
}

const SOON_DAYS = 3

/** One gift: why, of which day, until when; of who was away, what kept her. */
export function GiftCard({ gift, now }: GiftCardProps): ReactNode {
  const { giftId, scene, title, claimUntilOn } = gift
  const [reason, setReason] = useState<WakeReason | null>(null)
  const { wish, sending, refused } = useStore(packStore)
  const isMine = wish?.giftId === giftId
  const keptDay = keptDayText(gift)
  const daysLeft = daysBetween(dayOf(now), claimUntilOn)
  const claim = () => {
    if (sending) return
    const { open, send } = packStore.getState()
    // The same gift again is the same request, should the answer have been lost.
    if (!isMine || wish.reason !== (reason ?? undefined)) {
      open({ giftId, ...(reason ? { reason } : {}) })
    }
    void send()
  }
  return (
    <View className="card waiting-gift" data-scene={scene}>
      <View className="waiting-head">
        <View className="waiting-seal">
          <Icon name="gift" size={56} />
        </View>
        <View className="waiting-words">
          <View className="waiting-title">{title}</View>
          <View className="soft">{whyText(gift)}</View>
          {keptDay && <View className="soft figures waiting-day">{keptDay}</View>}
        </View>
      </View>
      <View className="waiting-inside figures">{insideText(gift)}</View>
      <View className="soft figures waiting-until">
        领取截至{shortDay(claimUntilOn)}
        {daysLeft < SOON_DAYS && (
          <View className="waiting-soon">
            {daysLeft <= 0 ? '今天是最后一天' : `还有 ${daysLeft} 天`}
          </View>
        )}
      </View>
      {scene === 'wakeUp' && (
        <>
          <View className="waiting-ask">方便告诉我们，最近为什么没来吗？（可不选）</View>
          <Chips
            name="wake-reason"
            label="最近为什么没来"
            chips={wakeReasonChips}
            chosen={reason ? [reason] : []}
            onTap={(chosen) => setReason(chosen === reason ? null : chosen)}
          />
        </>
      )}
      <Refused className="waiting-refused" message={isMine ? refusedWords(refused) : null} />
      <BigButton className="waiting-claim" busy={isMine && sending} onTap={claim}>
        {isMine && refused ? '再试一次' : '领取'}
      </BigButton>
    </View>
  )
}

function refusedWords(refused: { code: string; message: string } | null): string | undefined {
  if (refused?.code === 'OFFLINE') return '网络不太顺畅，礼物为您留着，请再试一次'
  return refused?.message
}
