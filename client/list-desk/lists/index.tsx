import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { serverNow } from '../../clock'
import { Notice } from '../../page-state'
import { BigButton } from '../../parts/button'
import { listStateWords } from '../../parts/list-words'
import { usePagedList } from '../../parts/paged-list'
import { Refused } from '../../parts/refused'
import { LinkRow, Row } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { open, routes } from '../../routes'
import { ForCommunityDesk } from '../../session/for-community'
import { openTexts, ownedNotes } from '../list-words'
import { copyList, copyStore, loadOwned, type OwnedList, ownedStore } from '../owned.store'
import './index.scss'

/** Where an owner of lists begins: a new one, last week's once more, and all that she has. */
export default function OwnedListsPage(): ReactNode {
  usePagedList(ownedStore, loadOwned)
  return (
    <ForCommunityDesk className="owned-lists" asksEachTime>
      {({ isManager }) => (
        <>
          <Begin />
          <View className="card rows">
            <LinkRow
              className="to-damages"
              title="坏果包赔"
              note="看照片，答复邻居"
              onOpen={() => open(routes.listDamages)}
            />
            <LinkRow
              className="to-statement"
              title="团长月结"
              note="收款、佣金、应交"
              onOpen={() => open(routes.listStatement)}
            />
            {isManager && (
              <LinkRow
                className="to-approvals"
                title="待审商品"
                note="通过后接龙才发布"
                onOpen={() => open(routes.listApprovals)}
              />
            )}
          </View>
          <RowList
            list={ownedStore}
            empty={
              <Notice
                icon="lists"
                title="还没有接龙"
                text="写好标题、东西和截单时间，一分钟就能发到群里"
              />
            }
            onRetry={loadOwned}
          >
            {(list) => <OwnedRow key={list.listId} list={list} />}
          </RowList>
        </>
      )}
    </ForCommunityDesk>
  )
}

const unsent: readonly OwnedList['state'][] = ['draft', 'withdrawn']

/** A new one, or the last once more with one tap. */
function Begin(): ReactNode {
  const last = useStore(ownedStore, ({ rows }) =>
    // One of each week comes again by itself.
    rows.find(
      ({ isOwn, state, repeatsWeekly }) => isOwn && !repeatsWeekly && !unsent.includes(state),
    ),
  )
  const { sending, refused } = useStore(copyStore)
  const again = async () => {
    const listId = last ? await copyList(last.listId) : null
    if (listId) open(routes.listEdit, { listId })
  }
  return (
    <View className="owned-begin">
      <BigButton className="list-new" onTap={() => open(routes.listEdit)}>
        发起接龙
      </BigButton>
      <Refused className="copy-refused" message={refused?.message} />
      {last && (
        <BigButton className="list-again" tone="quiet" busy={sending} onTap={again}>
          照上次再来一单
        </BigButton>
      )}
      {last && <View className="soft owned-last one-line">上次：{last.title}</View>}
    </View>
  )
}

function OwnedRow({ list }: { list: OwnedList }): ReactNode {
  const { listId, title, state, entryCount, repeatsWeekly } = list
  const left = openTexts(list)
  const notes = [...ownedNotes(list, serverNow()), ...(repeatsWeekly ? ['每周自动再开'] : [])]
  return (
    <Row
      className={`owned-row owned-${state}`}
      marks={{ 'data-list': listId, 'data-entries': String(entryCount) }}
      title={title}
      notes={notes}
      {...(left.length > 0 ? { aside: <Left texts={left} /> } : { state: listStateWords[state] })}
      leads
      onOpen={() => open(routes.listKept, { listId })}
    />
  )
}

/** One under the other: side by side they leave the title no room on a small phone. */
function Left({ texts }: { texts: readonly string[] }): ReactNode {
  return texts.map((text) => (
    <View key={text} className="row-state row-state-open">
      {text}
    </View>
  ))
}
