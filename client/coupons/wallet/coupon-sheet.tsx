import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { inGroups } from '../../format'
import { BigButton } from '../../parts/button'
import { BarPicture, QrPicture } from '../../parts/code-picture'
import { Sheet } from '../../parts/sheet'
import { open, routes } from '../../routes'
import { isForDesk, validityOf } from '../coupon-shelf'
import { closeCoupon, openCouponStore, type Wallet, type WalletCoupon } from '../coupons.store'
import { GiveAway, Offered } from './give-away'

/** One coupon of the wallet: what it gives, its digits if it has some, and the way to a friend. */
export function CouponSheet({ wallet }: { wallet: Wallet }): ReactNode {
  const openId = useStore(openCouponStore, ({ couponId }) => couponId)
  const coupon = wallet.coupons.find(({ couponId }) => couponId === openId)
  if (!coupon) return null
  const { todayOn } = wallet
  return (
    <Sheet open title={coupon.title} onClose={closeCoupon}>
      <Words coupon={coupon} todayOn={todayOn} />
      {coupon.offerId === null ? (
        <Use key={coupon.couponId} coupon={coupon} isValid={todayOn >= coupon.validFromOn} />
      ) : (
        <Offered coupon={coupon} offerId={coupon.offerId} />
      )}
    </Sheet>
  )
}

function Words({ coupon, todayOn }: { coupon: WalletCoupon; todayOn: string }): ReactNode {
  const { sentence, limitWords } = coupon
  const said = [sentence, ...limitWords, validityOf(coupon, todayOn).note]
  return (
    <View className="coupon-words soft figures">
      {said.map((words) => (
        <View key={words}>{words}</View>
      ))}
    </View>
  )
}

function Use({ coupon, isValid }: { coupon: WalletCoupon; isValid: boolean }): ReactNode {
  const { couponCode, isTransferable } = coupon
  const [isGiving, setGiving] = useState(false)
  const toCode = () => {
    closeCoupon()
    open(routes.code)
  }
  if (isGiving) return <GiveAway coupon={coupon} />
  return (
    <>
      {couponCode !== null && isValid && <Code coupon={coupon} couponCode={couponCode} />}
      {!isForDesk(coupon) && isValid && (
        <BigButton className="coupon-use" onTap={toCode}>
          出示会员码去使用
        </BigButton>
      )}
      {isTransferable && (
        <View className="coupon-second">
          <BigButton className="coupon-give" tone="quiet" onTap={() => setGiving(true)}>
            送给朋友
          </BigButton>
        </View>
      )}
    </>
  )
}

interface CodeProps {
  coupon: WalletCoupon
  couponCode: string
}

/**
 * For scanners of both kinds, and to be read aloud; always black on white. What the till takes has
 * its digits alone: a picture would be scanned, and refused.
 */
function Code({ coupon, couponCode }: CodeProps): ReactNode {
  const isScanned = isForDesk(coupon)
  return (
    <View className="coupon-code" {...(isScanned ? { 'data-coupon': couponCode } : {})}>
      <View>{isScanned ? '请向店员出示券码' : '结账时出示会员码，由店员选用；券码备查'}</View>
      {isScanned && (
        <>
          <View className="coupon-qr">
            <QrPicture text={couponCode} label="券码" />
          </View>
          <BarPicture digits={couponCode} />
        </>
      )}
      <View
        className="coupon-digits figures"
        hoverClass="touched"
        aria-label={`券码 ${couponCode}，点按复制`}
        onClick={() => Taro.setClipboardData({ data: couponCode })}
      >
        {inGroups(couponCode).join(' ')}
      </View>
      <View className="coupon-once">只能用一次</View>
    </View>
  )
}
