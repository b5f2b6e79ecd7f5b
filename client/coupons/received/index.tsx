import { View } from '@tarojs/components'
import Taro, { useDidShow, useLoad, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { dayOf, dayText, momentText, shortDay } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { Refused } from '../../parts/refused'
import { Ticket } from '../../parts/ticket'
import type { Trouble } from '../../reading'
import { open, replaceWith, routes } from '../../routes'
import { acceptStore, type OfferShown, shownOfferStore } from '../coupons.store'
import './index.scss'

/** What a friend sent: one tap takes it, or says why it is not to be had any more. `?offerId=` */
export default function ReceivedPage(): ReactNode {
  const { offerId = '' } = useRouter().params
  const shown = useStore(shownOfferStore)
  const { answer, refused, wish } = useStore(acceptStore)
  const look = () => shownOfferStore.getState().load({ offerId })
  useLoad(() => {
    shownOfferStore.setState(shownOfferStore.getInitialState())
    acceptStore.getState().open({ offerId })
  })
  // Also back from joining: now she can take it.
  useDidShow(() => {
    look()
  })
  usePullDownRefresh(() => {
    look().then(() => Taro.stopPullDownRefresh())
  })
  if (wish !== null && answer) return <Taken title={answer.title} />
  const over = [refused, shown.trouble].find((told) => told && isFinal(told))
  if (over) return <Over told={over} />
  return (
    <Page className="received-page">
      <PageState shown={shown} skeleton={<OfferBones />} onRetry={look}>
        {(offer) => (offer.isTaken ? <TakenBefore offer={offer} /> : <Waiting offer={offer} />)}
      </PageState>
    </Page>
  )
}

/** What another tap does not change. */
function isFinal({ code }: Trouble): boolean {
  return code.startsWith('OFFER_') || code.startsWith('COUPON_')
}

function Waiting({ offer }: { offer: OfferShown }): ReactNode {
  const { sending, refused, send } = useStore(acceptStore)
  const { giverName, untilAt, hasJoined } = offer
  const until = `${shortDay(dayOf(untilAt))} ${momentText(untilAt).slice(11)}`
  return (
    <>
      <View className="received-head">
        <View className="received-title">{giverName}送您一张优惠券</View>
        <View className="soft figures">{until} 前收下，只有一位朋友能领</View>
      </View>
      <Coupon offer={offer} />
      <Refused className="received-refused" message={refused?.message} />
      {hasJoined ? (
        <BigButton className="received-take" busy={sending} onTap={() => send()}>
          {refused ? '再试一次' : '收下'}
        </BigButton>
      ) : (
        <>
          <View className="received-hint">入会后就能收下，只要一步</View>
          <BigButton className="received-join" onTap={() => open(routes.join)}>
            去入会
          </BigButton>
        </>
      )}
    </>
  )
}

function Coupon({ offer }: { offer: OfferShown }): ReactNode {
  const { title, face, sentence, limitWords, thresholdFen, expiresOn } = offer.coupon
  return (
    <Ticket
      className="received-ticket"
      {...{ title, face, sentence, limitWords, thresholdFen }}
      note={`有效至${dayText(expiresOn)}`}
    />
  )
}

/** She opens the link once more. */
function TakenBefore({ offer }: { offer: OfferShown }): ReactNode {
  return <TakenNotice text={`“${offer.coupon.title}”在您的卡包里`} />
}

function Taken({ title }: { title: string }): ReactNode {
  return (
    <Page className="received-page">
      <TakenNotice text={`“${title}”已放进您的卡包`} />
    </Page>
  )
}

function TakenNotice({ text }: { text: string }): ReactNode {
  return (
    <Notice icon="check" title="收下了" text={text}>
      <BigButton className="received-wallet" onTap={() => replaceWith(routes.wallet)}>
        去卡包
      </BigButton>
    </Notice>
  )
}

function Over({ told }: { told: Trouble }): ReactNode {
  const isOwn = told.code === 'OFFER_OWN'
  return (
    <Page className="received-page received-over">
      <Notice
        icon="coupon"
        title={isOwn ? '这是您送出的券' : '这张券领不到了'}
        text={isOwn ? '发给一位朋友来领；想收回，在卡包里撤回' : told.message}
      >
        <BigButton
          className="received-back"
          tone="quiet"
          onTap={() => (isOwn ? replaceWith(routes.wallet) : open(routes.home))}
        >
          {isOwn ? '去卡包' : '回首页看看'}
        </BigButton>
      </Notice>
    </Page>
  )
}

function OfferBones(): ReactNode {
  return (
    <>
      <Bone shape="row" />
      <Bone shape="ticket" />
    </>
  )
}
