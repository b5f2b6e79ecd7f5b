import { View } from '@tarojs/components'
import { useDidShow, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { countText, dayOf, dayText } from '../../format'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { Refused } from '../../parts/refused'
import { open, routes } from '../../routes'
import { myOpeningStore, openingStore } from '../opening.store'
import { PhoneButton } from '../phone-button'
import './index.scss'

/** The points of an old card, by the phone that it was made out to. */
export default function OpeningPage(): ReactNode {
  const { answer, refused, sending } = useStore(openingStore)
  const [noPhone, setNoPhone] = useState(false)
  const mine = useStore(myOpeningStore)
  useDidShow(() => {
    mine.load({})
  })
  useUnload(() => openingStore.getState().close())
  const claim = async (code: string | null) => {
    setNoPhone(code === null)
    if (code === null) return
    const store = openingStore.getState()
    store.open({ phoneCode: code })
    await store.send()
  }
  if (answer) return <Claimed answer={answer} isNew />
  if (mine.data?.claimed) return <Claimed answer={mine.data.claimed} />
  // Without an answer it is offered: to claim once more answers what the first claim brought.
  if (mine.data === null && mine.trouble === null) {
    return (
      <Page className="opening-page">
        <Bone shape="card" />
      </Page>
    )
  }
  return (
    <Page className="opening-page">
      <View className="card">
        <View className="card-title">把老会员卡的积分转进来</View>
        <View className="soft">
          用办卡时留的手机号验证一次，原来的积分就到您的账户，到期月份不变。每位会员领一次。
        </View>
      </View>
      <Refused
        className="opening-refused"
        message={refused?.message ?? (noPhone ? '没有拿到手机号' : null)}
      />
      <PhoneButton busy={sending} onCode={claim}>
        用手机号领取
      </PhoneButton>
      <View className="opening-way soft">
        不方便验证手机号，或换过号码？带老会员卡到店，出示会员码，由店员办理。
      </View>
    </Page>
  )
}

interface ClaimedProps {
  answer: OutputAt<'openings.claimOpening'>
  /** It came just now; of an older one the balance has moved since. */
  isNew?: boolean
}

function Claimed({ answer, isNew = false }: ClaimedProps): ReactNode {
  const { points, lots, expiredPoints, debtRepaidPoints, balancePoints, claimedAt } = answer
  return (
    <Page className="opening-page">
      <View className="card opening-claimed">
        <View className="soft">{isNew ? '已转入' : `${dayText(dayOf(claimedAt))}已转入`}</View>
        <View className="opening-sum figures">+{countText(points)}</View>
        {lots.map((lot) => (
          <View key={lot.expiresOn} className="opening-lot figures">
            {countText(lot.points)} 积分，可以用到 {dayText(lot.expiresOn)}
          </View>
        ))}
        {expiredPoints > 0 && (
          <View className="soft">另有 {countText(expiredPoints)} 积分在转入前已经到期</View>
        )}
        {debtRepaidPoints > 0 && (
          <View className="soft">其中 {countText(debtRepaidPoints)} 分抵还欠积分</View>
        )}
        {isNew ? (
          <View className="opening-balance">现在可用 {countText(balancePoints)} 积分</View>
        ) : (
          <View className="soft">每位会员转一次，老会员卡上没有别的要转了</View>
        )}
      </View>
      <BigButton className="opening-done" onTap={() => open(routes.points)}>
        看积分明细
      </BigButton>
    </Page>
  )
}
