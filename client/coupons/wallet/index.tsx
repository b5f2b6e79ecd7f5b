import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useShareAppMessage, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { Segments } from '../../parts/segments'
import { Ticket } from '../../parts/ticket'
import { open, routes } from '../../routes'
import { asideOf, couponsOn, type Shelf, validityOf, wayOnOf } from '../coupon-shelf'
import {
  closeCoupon,
  loadWallet,
  openCoupon,
  type Wallet,
  type WalletCoupon,
  walletStore,
} from '../coupons.store'
import { CouponSheet } from './coupon-sheet'
import { sharedCoupon } from './give-away'
import './index.scss'

export default function WalletPage(): ReactNode {
  const shown = useStore(walletStore)
  useDidShow(() => {
    loadWallet()
  })
  useUnload(closeCoupon)
  usePullDownRefresh(() => {
    loadWallet().then(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(sharedCoupon)
  return (
    <Page className="wallet-page">
      <PageState shown={shown} skeleton={<WalletSkeleton />} onRetry={loadWallet}>
        {(wallet) => (
          <>
            <Shelves wallet={wallet} />
            <CouponSheet wallet={wallet} />
          </>
        )}
      </PageState>
    </Page>
  )
}

const names = { usable: '可用', used: '已用', expired: '已过期' } as const

function Shelves({ wallet }: { wallet: Wallet }): ReactNode {
  const [shelf, setShelf] = useState<Shelf>('usable')
  const choice = (value: Shelf) => {
    const count = couponsOn(value, wallet.coupons).length
    return { value, label: count > 0 ? `${names[value]} ${count}` : names[value] }
  }
  const coupons = couponsOn(shelf, wallet.coupons)
  return (
    <>
      <Segments<Shelf>
        className="wallet-tabs"
        choices={[choice('usable'), choice('used'), choice('expired')]}
        chosen={shelf}
        onChoose={setShelf}
      />
      {coupons.length === 0 && <EmptyShelf shelf={shelf} />}
      {coupons.map((coupon) => (
        <WalletTicket key={coupon.couponId} coupon={coupon} todayOn={wallet.todayOn} />
      ))}
      {shelf === 'usable' && coupons.length > 0 && (
        <View className="wallet-hint">结账时出示会员码，请店员选用优惠券</View>
      )}
    </>
  )
}

function WalletTicket({ coupon, todayOn }: { coupon: WalletCoupon; todayOn: string }): ReactNode {
  const { couponId, title, face, sentence, limitWords, thresholdFen } = coupon
  const way = wayOnOf(coupon, todayOn)
  const follow = () => (way === 'sheet' ? openCoupon(couponId) : open(routes.code))
  return (
    <Ticket
      className={`wallet-ticket wallet-${coupon.kind}`}
      {...{ title, face, sentence, limitWords, thresholdFen }}
      {...validityOf(coupon, todayOn)}
      aside={asideOf(coupon, todayOn)}
      {...(way === 'none' ? {} : { onTap: follow })}
    />
  )
}

function EmptyShelf({ shelf }: { shelf: Shelf }): ReactNode {
  if (shelf === 'used') {
    return <Notice icon="coupon" title="还没有用过的券" text="用掉的优惠券会收在这里" />
  }
  if (shelf === 'expired') {
    return <Notice icon="coupon" title="没有过期的券" text="一张都没有浪费，真好" />
  }
  return (
    <Notice icon="coupon" title="暂时没有可用的券" text="新人礼包和店里的活动都会送券">
      <BigButton tone="quiet" onTap={() => open(routes.home)}>
        回首页看看
      </BigButton>
    </Notice>
  )
}

function WalletSkeleton(): ReactNode {
  return (
    <>
      <Bone shape="row" />
      <Bones shape="ticket" count={3} />
    </>
  )
}
