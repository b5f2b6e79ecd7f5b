import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { itemText, priceText } from '../../parts/list-words'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { ReasonField } from '../../parts/reason-field'
import { ForManagers } from '../../session/for-managers'
import {
  approveStore,
  loadNewGoods,
  newGoodsStore,
  type OwnedList,
  shownStore,
} from '../owned.store'
import './index.scss'

/** Lists with goods that no manager has approved yet: they open once one has. */
export default function ApprovalsPage(): ReactNode {
  usePagedList(newGoodsStore, loadNewGoods)
  useUnload(() => approveStore.getState().close())
  return (
    <ForManagers className="list-approvals">
      {() => (
        <PagedList
          list={newGoodsStore}
          skeleton={<Bones shape="ticket" count={3} />}
          empty={<Nothing />}
          onRetry={loadNewGoods}
        >
          {(lists) => <Waiting lists={lists} />}
        </PagedList>
      )}
    </ForManagers>
  )
}

function Nothing(): ReactNode {
  return <Notice icon="check" title="没有待审的商品" text="团长想卖的新东西，会先停在这里" />
}

interface Chosen {
  readonly list: OwnedList
  readonly isApproved: boolean
}

function Waiting({ lists }: { lists: readonly OwnedList[] }): ReactNode {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  return (
    <>
      {lists.map((list) => (
        <View key={list.listId} className="card approval">
          <View className="approval-title">{list.title}</View>
          <View className="soft">{list.communityName ?? list.ownerName}</View>
          {openId === list.listId ? (
            <Goods listId={list.listId} />
          ) : (
            <View
              className="approval-look"
              role="button"
              hoverClass="touched"
              onClick={() => setOpenId(list.listId)}
            >
              看有哪些东西
            </View>
          )}
          <View className="approval-steps">
            <BigButton
              className="approval-no"
              tone="quiet"
              onTap={() => setChosen({ list, isApproved: false })}
            >
              不通过
            </BigButton>
            <BigButton
              className="approval-yes"
              tone="quiet"
              onTap={() => setChosen({ list, isApproved: true })}
            >
              通过
            </BigButton>
          </View>
        </View>
      ))}
      {chosen && <DecideSheet {...chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

function Goods({ listId }: { listId: string }): ReactNode {
  const shown = useStore(shownStore)
  const load = () => shownStore.getState().load({ listId })
  useEffect(() => {
    shownStore.setState(shownStore.getInitialState())
    shownStore.getState().load({ listId })
  }, [listId])
  return (
    <PageState shown={shown} skeleton={<Bones shape="row" count={2} />} onRetry={load}>
      {({ items }) => (
        <>
          {items.map((item) => (
            <View key={item.itemId} className="approval-item figures">
              <View>{itemText(item)}</View>
              <View>¥{priceText(item.priceFen, item.unit)}</View>
            </View>
          ))}
        </>
      )}
    </PageState>
  )
}

function DecideSheet({ list, isApproved, onClose }: Chosen & { onClose(): void }): ReactNode {
  const [reason, setReason] = useState('')
  const { sending, refused, answer } = useStore(approveStore)
  const said = reason.trim()
  const begins = list.textState === 'held' ? '等文字图片看过后' : '马上'
  const decide = async () => {
    const { listId } = list
    approveStore.getState().open({ listId, isApproved, ...(said ? { reason: said } : {}) })
    await approveStore.getState().send()
  }
  const close = () => {
    // Before that the list would go from under the answer.
    if (answer || refused) loadNewGoods()
    approveStore.getState().close()
    onClose()
  }
  return (
    <ConfirmSheet
      name="approval"
      title={answer ? '办好了' : isApproved ? '通过这些东西？' : '不通过？'}
      sending={sending}
      refused={refused?.message}
      step={{
        label: isApproved ? '通过并发布' : '不通过',
        onTap: decide,
        disabled: !isApproved && said === '',
        ...(isApproved ? {} : { tone: 'warning' as const }),
      }}
      {...(isApproved ? {} : { field: <ReasonField value={reason} onChange={setReason} /> })}
      done={answer ? { label: '知道了', onTap: close } : null}
      onClose={close}
    >
      <View>
        {answer
          ? '已经告诉团长'
          : isApproved
            ? `“${list.title}”${begins}开始接龙；这些东西以后不用再审。`
            : '写明原因，团长会看到。'}
      </View>
    </ConfirmSheet>
  )
}
