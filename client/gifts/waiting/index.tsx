import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useUnload } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { open, routes } from '../../routes'
import { loadHome } from '../../session/home.store'
import { loadWaiting, packStore, type WaitingGift, waitingStore } from '../gifts.store'
import { OpenedPack } from '../pack/opened-pack'
import { GiftCard } from './gift-card'
import './index.scss'

/** What waits for her, each with why it is hers and until when; a tap claims it. */
export default function WaitingGiftsPage(): ReactNode {
  const shown = useStore(waitingStore)
  const opened = useStore(packStore, (claiming) => claiming.answer)
  useDidShow(() => {
    loadWaiting()
  })
  usePullDownRefresh(() => {
    loadWaiting().then(() => Taro.stopPullDownRefresh())
  })
  useUnload(() => packStore.getState().close())
  useEffect(() => {
    if (!opened) return
    loadWaiting()
    loadHome()
  }, [opened])
  return (
    <Page className="waiting-gifts">
      {opened ? (
        <>
          <OpenedPack opened={opened} />
          <View className="waiting-rest">
            <BigButton
              className="waiting-back"
              tone="quiet"
              onTap={() => packStore.getState().close()}
            >
              回到我的礼物
            </BigButton>
          </View>
        </>
      ) : (
        <PageState
          shown={shown}
          skeleton={<Bones shape="ticket" count={2} />}
          onRetry={loadWaiting}
        >
          {({ serverNow, gifts }) => <Gifts gifts={gifts} now={serverNow} />}
        </PageState>
      )}
    </Page>
  )
}

function Gifts({ gifts, now }: { gifts: readonly WaitingGift[]; now: number }): ReactNode {
  if (gifts.length > 0) {
    return gifts.map((gift) => <GiftCard key={gift.giftId} gift={gift} now={now} />)
  }
  return (
    <Notice
      icon="gift"
      title="现在没有等您领的礼物"
      text="生日、节日和入会纪念日，店里都会想着您；填好生日，生日礼不会错过"
    >
      <BigButton className="waiting-profile" onTap={() => open(routes.profile)}>
        去填生日
      </BigButton>
    </Notice>
  )
}
