import { useDidShow, useLoad, useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice } from '../../page-state'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { Refused } from '../../parts/refused'
import { open, replaceWith, routes } from '../../routes'
import type { Refused as Refusal } from '../../submission'
import { acceptStore } from '../coupons.store'

/** What a friend sent: one tap takes it, or says why it is not to be had any more. `?offerId=` */
export default function ReceivedPage(): ReactNode {
  const { offerId = '' } = useRouter().params
  const { answer, refused, wish } = useStore(acceptStore)
  const begin = () => acceptStore.getState().open({ offerId })
  useLoad(begin)
  useDidShow(() => {
    // Back from joining: now she can take it.
    if (acceptStore.getState().refused?.code === 'MEMBER_REQUIRED') begin()
  })
  if (wish !== null && answer) return <Taken title={answer.title} />
  if (refused && isFinal(refused)) return <Over refused={refused} />
  return <Waiting />
}

/** What another tap does not change. */
function isFinal({ code }: Refusal): boolean {
  return code.startsWith('OFFER_') || code.startsWith('COUPON_')
}

function Waiting(): ReactNode {
  const { sending, refused, send } = useStore(acceptStore)
  const isStranger = refused?.code === 'MEMBER_REQUIRED'
  return (
    <Page className="received-page">
      <Notice
        icon="coupon"
        title="朋友送您一张优惠券"
        text="领取后放进您的卡包，有效期和使用规则不变，只有一位朋友能领"
      >
        <Refused className="received-refused" message={refused?.message} />
        {isStranger ? (
          <BigButton className="received-join" onTap={() => open(routes.join)}>
            去入会
          </BigButton>
        ) : (
          <BigButton className="received-take" busy={sending} onTap={() => send()}>
            {refused ? '再试一次' : '收下'}
          </BigButton>
        )}
      </Notice>
    </Page>
  )
}

function Taken({ title }: { title: string }): ReactNode {
  return (
    <Page className="received-page">
      <Notice icon="check" title="收下了" text={`“${title}”已放进您的卡包`}>
        <BigButton className="received-wallet" onTap={() => replaceWith(routes.wallet)}>
          去卡包
        </BigButton>
      </Notice>
    </Page>
  )
}

function Over({ refused }: { refused: Refusal }): ReactNode {
  const isOwn = refused.code === 'OFFER_OWN'
  return (
    <Page className="received-page received-over">
      <Notice
        icon="coupon"
        title={isOwn ? '这是您送出的券' : '这张券领不到了'}
        text={refused.message}
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
