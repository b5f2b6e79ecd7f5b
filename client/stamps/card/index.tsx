import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { shortDay, shortYuan } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { open, routes } from '../../routes'
import { cardStore, loadCard, type StampCard } from '../stamps.store'
import './index.scss'

/** The card that she is filling, and what a full one gives. */
export default function StampCardPage(): ReactNode {
  const shown = useStore(cardStore)
  useDidShow(() => {
    loadCard()
  })
  usePullDownRefresh(() => {
    loadCard().then(() => Taro.stopPullDownRefresh())
  })
  return (
    <Page className="stamp-page">
      <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={loadCard}>
        {({ card }) => (card ? <Card card={card} /> : <NoCard />)}
      </PageState>
    </Page>
  )
}

function Card({ card }: { card: StampCard }): ReactNode {
  const { title, leastPaidFen, stampsPerCard, rewardTitle, missingCount } = card
  return (
    <>
      <View className="card stamp-card">
        <View className="stamp-title">{title}</View>
        <View className="soft figures stamp-missing">
          再集 {missingCount} 枚，送“{rewardTitle}”
        </View>
        <View className="stamp-places">
          {places(card).map(({ no, on }) => (
            <View key={no} className={on ? 'stamp-place stamp-done' : 'stamp-place'}>
              <View className="stamp-mark figures">{on ? '已集' : no}</View>
              {on && <View className="stamp-day figures">{shortDay(on)}</View>}
            </View>
          ))}
        </View>
      </View>
      <View className="soft figures stamp-rule">
        <View>到店出示会员码，每笔实付满 {shortYuan(leastPaidFen)} 元集一枚</View>
        <View>集满 {stampsPerCard} 枚，券自动放进卡包；没集满时退款，那一枚会收回</View>
      </View>
      <View className="stamp-ways">
        <BigButton onTap={() => open(routes.code)}>出示会员码</BigButton>
        <BigButton tone="quiet" onTap={() => open(routes.wallet)}>
          查看优惠券
        </BigButton>
      </View>
    </>
  )
}

function places({ stampsPerCard, stampedOns }: StampCard) {
  return Array.from({ length: stampsPerCard }, (_none, at) => ({ no: at + 1, on: stampedOns[at] }))
}

function NoCard(): ReactNode {
  return (
    <Notice icon="gift" title="店里暂时没有集章卡" text="消费照样积分，有新活动会在首页告诉您">
      <BigButton tone="quiet" onTap={() => open(routes.home)}>
        回首页看看
      </BigButton>
    </Notice>
  )
}
