import Taro, {
  useDidShow,
  useLoad,
  usePullDownRefresh,
  useRouter,
  useShareAppMessage,
} from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { open, routes } from '../../routes'
import { beginDrop, dropStore, enterByCard, loadDrop } from '../drops.store'
import { Drop } from './drop'
import './index.scss'
import { RulesSheet } from './rules-sheet'

/** A drop, opened by a group's card; by a poster it is seen, but not claimed. `?dropId=` */
export default function DropPage(): ReactNode {
  const { dropId = '' } = useRouter().params
  const shown = useStore(dropStore)
  const reload = () => loadDrop(dropId)
  useLoad(() => {
    beginDrop(dropId)
    // Only a card that was shared with a ticket tells later which group it lay in.
    if (process.env.TARO_ENV !== 'h5') {
      Taro.updateShareMenu({ withShareTicket: true }).catch(() => undefined)
    }
  })
  useDidShow(() => {
    reload()
    enterByCard()
  })
  usePullDownRefresh(() => {
    reload().then(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => ({
    title: shown.data?.title ?? '社群福利',
    path: `${routes.drop}?dropId=${encodeURIComponent(dropId)}`,
  }))
  const isMissing = shown.data === null && shown.trouble?.code === 'DROP_NOT_FOUND'
  return (
    <Page className="drop-page">
      {isMissing ? (
        <Missing />
      ) : (
        <PageState shown={shown} skeleton={<DropBones />} onRetry={reload}>
          {(drop) => <Drop told={drop} />}
        </PageState>
      )}
      <RulesSheet />
    </Page>
  )
}

function Missing(): ReactNode {
  return (
    <Notice icon="coupon" title="没有找到这次社群福利" text="请回到群里，点开最新的一张卡片">
      <BigButton className="drop-home" tone="quiet" onTap={() => open(routes.home)}>
        回首页看看
      </BigButton>
    </Notice>
  )
}

function DropBones(): ReactNode {
  return (
    <>
      <Bone shape="hero" />
      <Bone shape="ticket" />
      <Bone shape="card" />
    </>
  )
}
