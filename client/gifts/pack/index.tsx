import { View } from '@tarojs/components'
import { useDidShow, useLoad } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { Notice, PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { open, replaceWith, routes } from '../../routes'
import { homeStore, loadHome } from '../../session/home.store'
import { packStore } from '../gifts.store'
import { ClosedPack } from './closed-pack'
import './index.scss'
import { OpenedPack } from './opened-pack'

type Home = OutputAt<'members.home'>

/**
 * A gift, the welcome pack unless the query names another one: closed, opened with a little
 * ceremony, or where its contents went.
 */
export default function PackPage(): ReactNode {
  const home = useStore(homeStore)
  const opened = useStore(packStore, (state) => state.answer)
  useLoad<{ giftId?: string }>(({ giftId }) => {
    if (giftId === undefined) packStore.getState().close()
    else packStore.getState().open({ giftId })
  })
  const packId = home.data?.pack.giftId ?? null
  useEffect(() => {
    // Home knows by which id the welcome pack is claimed.
    const { wish, open: ask } = packStore.getState()
    if (wish === null && packId !== null) ask({ giftId: packId })
  }, [packId])
  useDidShow(() => {
    loadHome()
  })
  useEffect(() => {
    if (opened) loadHome()
  }, [opened])
  return (
    <Page className="pack">
      {opened ? (
        <OpenedPack opened={opened} />
      ) : (
        <PageState shown={home} skeleton={<PackBones />} onRetry={loadHome}>
          {(data) => <Content home={data} />}
        </PageState>
      )}
    </Page>
  )
}

function Content({ home }: { home: Home }): ReactNode {
  const giftId = useStore(packStore, (state) => state.wish?.giftId ?? null)
  if (giftId === null || giftId === home.pack.giftId) return <PackContent pack={home.pack} />
  const gift = home.gifts.find((each) => each.giftId === giftId)
  if (gift) {
    const { title: headline, points, claimUntilOn: claimableUntilOn } = gift
    return <ClosedPack pack={{ headline, points, claimableUntilOn, often: '每次一份' }} />
  }
  return <Gone title="这份礼现在领不了" text="可能已经领过，或者过了领取的日子" />
}

function PackContent({ pack }: { pack: Home['pack'] }): ReactNode {
  if (pack.state === 'claimable') {
    return <ClosedPack pack={{ ...pack, headline: '欢迎加入，一份见面礼', often: '每人一份' }} />
  }
  if (pack.state === 'joinFirst') {
    return (
      <Notice icon="gift" title="入会就送新人礼包" text="入会只要一步，礼包马上到手">
        <BigButton className="pack-join" onTap={() => replaceWith(routes.join)}>
          去入会
        </BigButton>
      </Notice>
    )
  }
  if (pack.state === 'expired') {
    return (
      <Notice
        icon="gift"
        title="礼包已过领取期限"
        text="没关系，消费就能积分，门店活动也会在首页通知"
      >
        <BigButton className="pack-home" tone="quiet" onTap={() => open(routes.home)}>
          回首页
        </BigButton>
      </Notice>
    )
  }
  return <Gone title="新人礼包已领取" text="积分在积分明细里，优惠券在卡包里" />
}

function Gone({ title, text }: { title: string; text: string }): ReactNode {
  return (
    <Notice icon="gift" title={title} text={text}>
      <View className="pack-ways">
        <BigButton className="pack-to-wallet" onTap={() => open(routes.wallet)}>
          查看优惠券
        </BigButton>
        <BigButton className="pack-to-points" tone="quiet" onTap={() => open(routes.points)}>
          查看积分明细
        </BigButton>
      </View>
    </Notice>
  )
}

function PackBones(): ReactNode {
  return (
    <>
      <Bone shape="hero" />
      <Bones shape="ticket" count={2} />
    </>
  )
}
