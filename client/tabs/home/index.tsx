import Taro, { useDidShow, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { Page } from '../../parts/page'
import { routes } from '../../routes'
import { homeStore, loadHome } from '../../session/home.store'
import './index.scss'
import { MemberCard } from './member-card'
import { GiftCard, PackCard } from './pack-card'
import { ShopNews } from './shop-news'
import { Tiles } from './tiles'
import { VisitorCard } from './visitor-card'

/** What a shopper sees first: who she is here, what she has, and the way to her code. */
export default function HomeTab(): ReactNode {
  const shown = useStore(homeStore)
  useDidShow(() => {
    loadHome()
  })
  usePullDownRefresh(() => {
    loadHome().then(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => ({
    title: shown.data ? `${shown.data.shop.name} · 邻居们的会员卡` : '惠邻会员',
    path: routes.home,
  }))
  return (
    <Page className="home">
      <PageState shown={shown} skeleton={<HomeBones />} onRetry={loadHome}>
        {(home) => <HomeContent home={home} />}
      </PageState>
    </Page>
  )
}

function HomeContent({ home }: { home: OutputAt<'members.home'> }): ReactNode {
  const { member } = home
  return (
    <>
      {member ? (
        <>
          <MemberCard home={home} member={member} />
          {home.pack.state === 'claimable' && <PackCard pack={home.pack} />}
          {home.gifts.map((gift) => (
            <GiftCard key={gift.giftId} gift={gift} />
          ))}
          <Tiles home={home} />
        </>
      ) : (
        <VisitorCard home={home} />
      )}
      <ShopNews shop={home.shop} />
    </>
  )
}

function HomeBones(): ReactNode {
  return (
    <>
      <Bone shape="hero" />
      <Bones shape="tile" count={3} />
      <Bone shape="card" />
    </>
  )
}
