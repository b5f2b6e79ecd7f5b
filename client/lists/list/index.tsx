import { View } from '@tarojs/components'
import Taro, {
  useDidShow,
  useLoad,
  usePullDownRefresh,
  useReachBottom,
  useRouter,
  useShareAppMessage,
} from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { useLooking } from '../../parts/looking'
import { Page } from '../../parts/page'
import { open, routes } from '../../routes'
import { shareTitle } from '../entry-words'
import { beginList, listStore, loadList, lookAtList, moreRows } from '../list.store'
import { closeSheet } from '../order.store'
import { EntryPay } from './entry-pay'
import { Foot } from './foot'
import { Goods } from './goods'
import { Head } from './head'
import './index.scss'
import { Mine } from './mine'
import { Notebook } from './notebook'
import { Sheets } from './sheets'
import { Terms } from './terms'

/** Often enough that a group sees itself join. */
const LOOK_EVERY_MS = 30_000

/**
 * A list as neighbours see it: what there is, who is in, the one tap to join. `?listId=`, or the
 * `?scene=` of a poster's code, which is the same id.
 */
export default function ListPage(): ReactNode {
  const { scene = '', listId = decodeURIComponent(scene) } = useRouter().params
  const { head, loading, trouble } = useStore(listStore)
  useLoad(() => {
    beginList(listId)
    closeSheet()
  })
  useReading()
  usePullDownRefresh(() => {
    loadList().then(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    moreRows()
  })
  useShareAppMessage(() => ({
    title: head ? shareTitle(head) : '接龙',
    path: `${routes.list}?listId=${encodeURIComponent(listId)}`,
  }))
  const isMissing = head === null && trouble?.code === 'LIST_GONE'
  // What opens and closes has a place of its own: WeChat is sent the whole of a place whose
  // children change, and the rows may be a thousand.
  return (
    <Page className="list-page" marks={{ 'data-list': listId }}>
      <View className="list-body">
        {isMissing ? (
          <Missing />
        ) : (
          <PageState
            shown={{ data: head, loading, trouble }}
            skeleton={<ListBones />}
            onRetry={loadList}
          >
            {(list) => (
              <>
                <Head list={list} />
                <View className="list-own">
                  {list.mine && <Mine list={list} mine={list.mine} />}
                </View>
                <Goods list={list} />
                <Terms list={list} />
                <Notebook list={list} />
              </>
            )}
          </PageState>
        )}
      </View>
      <View className="list-foot-place">{head && <Foot list={head} />}</View>
      <View className="list-sheets">{head && <Sheets list={head} />}</View>
      <View className="list-pays">{head && <EntryPay list={head} />}</View>
    </Page>
  )
}

/** Read when it shows, and again while it is looked at and may still change. */
function useReading(): void {
  const isOpen = useStore(listStore, ({ head }) => head?.state === 'running')
  useDidShow(() => {
    loadList()
  })
  useLooking(lookAtList, LOOK_EVERY_MS, isOpen)
}

function Missing(): ReactNode {
  return (
    <Notice icon="lists" title="没有找到这条接龙" text="可能已经撤回了，请回到群里点开最新的卡片">
      <BigButton className="list-others" tone="quiet" onTap={() => open(routes.lists)}>
        看看别的接龙
      </BigButton>
    </Notice>
  )
}

function ListBones(): ReactNode {
  return (
    <>
      <Bone shape="hero" />
      <Bone shape="card" />
      <Bones shape="row" count={4} />
    </>
  )
}
