import Taro, { useDidShow, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { Page } from '../../parts/page'
import { routes } from '../../routes'
import { homeStore, loadHome } from '../../session/home.store'
import { Goals } from './goals'
import './index.scss'
import { MemberCard } from './member-card'
import { NextCoupon } from './next-coupon'
import { PackCard, WaitingCards } from './pack-card'
import { ShopNews } from './shop-news'
import { Tiles } from './tiles'
import { VisitorCard } from './visitor-card'

/** What a shopper sees first: who she is here, what she has, and the way to her code. */
export default function HomeTab(): ReactNode {
  const shown = useStore(homeStore)
  const shopName = shown.data?.shop.name ?? null
  useDidShow(() => {
    nameTheBar(shopName)
    loadHome()
  })
  useEffect(() => nameTheBar(shopName), [shopName])
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

/** The bar says whose shop it is, as soon as that is known. */
function nameTheBar(title: string | null): void {
  if (title !== null) Taro.setNavigationBarTitle({ title })
}

function HomeContent({ home }: { home: OutputAt<'members.home'> }): ReactNode {
  const { member } = home
  return (
    <>
      {member ? (
        <>
          <MemberCard home={home} member={member} />
          {home.pack.state === 'claimable' && <PackCard pack={home.pack} />}
          <WaitingCards gifts={home.gifts} />
          <Tiles home={home} />
          <NextCoupon home={home} />
        </>
      ) : (
        <VisitorCard home={home} />
      )}
      <Goals home={home} />
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
