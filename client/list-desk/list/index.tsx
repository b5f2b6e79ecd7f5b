import { View } from '@tarojs/components'
import Taro, {
  useDidShow,
  usePullDownRefresh,
  useRouter,
  useShareAppMessage,
  useUnload,
} from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText, yuanText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { ListState } from '../../parts/list-state'
import { nearText } from '../../parts/list-time'
import { LinkRow } from '../../parts/row'
import { ShareButton } from '../../parts/share-button'
import { open, type Route, routes } from '../../routes'
import { ForCommunityDesk } from '../../session/for-community'
import { useServerNow } from '../../session/use-server-now'
import { type Deed, deedsOf, openTexts, othersText } from '../list-words'
import { loadUntil, type OwnedList, ownedStore } from '../owned.store'
import { ExportSheet } from './export-sheet'
import './index.scss'
import { type Step, StepSheet } from './step-sheet'

/** One of her lists: how it stands, and all that may be done with it. `?listId=` */
export default function KeptListPage(): ReactNode {
  const { listId = '' } = useRouter().params
  const { rows, head, loading, loadingMore, trouble } = useStore(ownedStore)
  const list = rows.find((row) => row.listId === listId)
  const reload = () => loadUntil(listId)
  useDidShow(() => {
    reload()
  })
  usePullDownRefresh(() => {
    reload().then(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => ({
    title: list?.title ?? '接龙',
    path: `${routes.list}?listId=${encodeURIComponent(listId)}`,
  }))
  const isSettled = head !== null && !loading && !loadingMore && !trouble
  const data: OwnedList | 'missing' | null = list ?? (isSettled ? 'missing' : null)
  return (
    <ForCommunityDesk className="kept-list" marks={{ 'data-list': listId }}>
      {() => (
        <PageState
          shown={{ data, loading, trouble }}
          skeleton={<Bones shape="row" count={6} />}
          onRetry={reload}
        >
          {(found) =>
            found === 'missing' ? (
              <Notice icon="lists" title="没有找到这条接龙" text="请从我的接龙里重新打开" />
            ) : (
              <Kept list={found} />
            )
          }
        </PageState>
      )}
    </ForCommunityDesk>
  )
}

type Open = Step | 'export' | null

function Kept({ list }: { list: OwnedList }): ReactNode {
  const [sheet, setSheet] = useState<Open>(null)
  const close = () => setSheet(null)
  useUnload(close)
  const { listId } = list
  const deeds = deedsOf(list)
  const isShown = ['coming', 'running'].includes(list.state)
  return (
    <>
      <Figures list={list} />
      {isShown && (
        <View className="kept-share">
          <ShareButton className="kept-share-button">发到群里</ShareButton>
        </View>
      )}
      <View className="card rows">
        <LinkRow
          className="deed-page"
          title="看接龙页"
          note="邻居看到的样子"
          onOpen={() => open(routes.list, { listId })}
        />
        {deeds.map((deed) => {
          const page = pages[deed]
          const isDraft = deed === 'withdraw' && list.state === 'draft'
          const { title, note } = isDraft ? { title: '删掉草稿', note: '' } : words[deed]
          return (
            <LinkRow
              key={deed}
              className={`deed-${deed}`}
              title={title}
              note={note}
              onOpen={() => (page ? open(page, { listId }) : setSheet(stepOf(deed)))}
            />
          )
        })}
      </View>
      {sheet === 'export' && <ExportSheet list={list} onClose={close} />}
      {sheet !== null && sheet !== 'export' && (
        <StepSheet list={list} step={sheet} onClose={close} />
      )}
    </>
  )
}

/** Deeds that are pages of their own. */
const pages: Readonly<Partial<Record<Deed, Route>>> = {
  edit: routes.listEdit,
  publish: routes.listPreview,
  entries: routes.listEntries,
  paste: routes.listPaste,
  totals: routes.listTotals,
  arrival: routes.listArrival,
  left: routes.listLeft,
}

function stepOf(deed: Deed): Open {
  const steps: readonly Open[] = ['export', 'close', 'extend', 'endRepeat', 'withdraw', 'copy']
  return steps.find((step) => step === deed) ?? null
}

const words: Readonly<Record<Deed, { title: string; note: string }>> = {
  edit: { title: '继续写', note: '' },
  publish: { title: '预览并发布', note: '' },
  entries: { title: '接龙名单', note: '代接龙、收款、称重' },
  paste: { title: '粘贴接龙文本', note: '把群里的接龙收进来' },
  totals: { title: '汇总', note: '采购单，按自提点' },
  arrival: { title: '到货登记', note: '到了多少，自动分' },
  left: { title: '还没取的', note: '提醒、当面核销' },
  export: { title: '导出表格', note: 'Excel、CSV' },
  close: { title: '现在截单', note: '不再接，马上汇总' },
  extend: { title: '延长一天', note: '只能延长一次' },
  endRepeat: { title: '停止每周重复', note: '' },
  withdraw: { title: '撤回', note: '' },
  copy: { title: '再来一单', note: '复制成新的草稿' },
}

function Figures({ list }: { list: OwnedList }): ReactNode {
  const now = useServerNow(60_000)
  const { title, state, joinedCount, amountFen, cutOffAt, unpaidCount, uncollectedCount } = list
  const left = openTexts(list).join('，')
  const others = othersText(list)
  return (
    <View className="card kept-figures">
      <View className="kept-head">
        <ListState state={state} />
        <View className="soft figures">{nearText(cutOffAt, now)} 截单</View>
      </View>
      <View className="kept-title">{title}</View>
      {left !== '' && <View className="kept-open">{left}</View>}
      <View className="kept-tiles">
        <Tile label="人接龙" value={countText(joinedCount)} />
        <Tile label="合计" value={`¥${yuanText(amountFen)}`} />
        <Tile label="没付" value={countText(unpaidCount)} />
        <Tile label="没取" value={countText(uncollectedCount)} />
      </View>
      {others && <View className="soft kept-others">{others}，不算在内</View>}
    </View>
  )
}

function Tile({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <View className="kept-tile">
      <View className="kept-value figures">{value}</View>
      <View className="soft">{label}</View>
    </View>
  )
}
