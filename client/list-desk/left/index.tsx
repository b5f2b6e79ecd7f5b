import { View } from '@tarojs/components'
import { useLoad, useRouter, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { shortDay, yuanText } from '../../format'
import { Notice } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { itemText, quantityText } from '../../parts/list-words'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { Refused } from '../../parts/refused'
import { byEntry, dueOf, toOwnerOf } from '../../parts/waiting-lines'
import { ForCommunityDesk } from '../../session/for-community'
import { remindStore } from '../arrival.store'
import { handOverStore } from '../entries.store'
import { type LeftLine, leftStore } from '../left.store'
import './index.scss'

/** What nobody has fetched, until when it waits, and how its owner hands it over. `?listId=` */
export default function LeftPage(): ReactNode {
  const { listId = '' } = useRouter().params
  const load = () => leftStore.getState().load({ listId })
  useLoad(() => {
    leftStore.setState(leftStore.getInitialState())
    // What was refused of an entry elsewhere is not said here.
    handOverStore.getState().close()
  })
  usePagedList(leftStore, load)
  useUnload(() => {
    remindStore.getState().close()
    handOverStore.getState().close()
  })
  return (
    <ForCommunityDesk className="list-left">
      {() => (
        <PagedList
          list={leftStore}
          skeleton={<Bones shape="ticket" count={4} />}
          empty={<Notice icon="check" title="都取走了" text="没有等着取的" />}
          onRetry={load}
        >
          {(lines) => (
            <>
              <Remind listId={listId} />
              <HandOverRefused />
              {byEntry(lines).map(({ entryId, lines: own }) => (
                <LeftCard key={entryId} lines={own} onDone={load} />
              ))}
            </>
          )}
        </PagedList>
      )}
    </ForCommunityDesk>
  )
}

function Remind({ listId }: { listId: string }): ReactNode {
  const { sending, refused, answer } = useStore(remindStore)
  const remind = () => {
    remindStore.getState().open({ listId })
    remindStore.getState().send()
  }
  if (answer) {
    return (
      <View className="left-reminded figures">
        提醒了：微信通知 {answer.permitCount} 人，消息里 {answer.inboxCount} 人
      </View>
    )
  }
  return (
    <View className="left-remind">
      <Refused className="remind-refused" message={refused?.message} />
      <BigButton className="remind" tone="quiet" busy={sending} onTap={remind}>
        再提醒一次
      </BigButton>
    </View>
  )
}

function HandOverRefused(): ReactNode {
  const refused = useStore(handOverStore, (state) => state.refused)
  return <Refused className="left-refused" message={refused?.message} />
}

interface LeftCardProps {
  lines: readonly LeftLine[]
  onDone(): void
}

function LeftCard({ lines, onDone }: LeftCardProps): ReactNode {
  const { sending, wish } = useStore(handOverStore)
  const [first] = lines
  if (!first) return null
  const { entryId, entryNo, name, pickupPointName, untilOn } = first
  const isReady = lines.every(({ unit, grams }) => unit === 'piece' || grams !== null)
  const [dueFen, toOwnerFen] = [dueOf(lines), toOwnerOf(lines)]
  const isBusy = sending && wish?.lines[0]?.entryId === entryId
  const handOver = async () => {
    const ticked = lines.map(({ itemId, quantity }) => ({ entryId, itemId, quantity }))
    handOverStore.getState().open({ lines: ticked })
    await handOverStore.getState().send()
    if (handOverStore.getState().answer) onDone()
  }
  return (
    <View className="card left-card">
      <View className="left-name figures">
        {entryNo}. {name}
      </View>
      <View className="soft figures">
        {pickupPointName}
        {untilOn === null ? '' : ` · 留到 ${shortDay(untilOn)}`}
      </View>
      {lines.map((line) => (
        <View key={line.itemId} className="left-line figures">
          {itemText({ name: line.itemName, spec: line.spec })}{' '}
          {quantityText(line.quantity, line.unit)}
          {line.unit === 'jin' && line.grams === null ? '（还没称重）' : ''}
        </View>
      ))}
      {dueFen > 0 && <View className="left-due figures">要收 ¥{yuanText(dueFen)}</View>}
      {toOwnerFen > 0 && (
        <View className="left-due figures">还没付给团长 ¥{yuanText(toOwnerFen)}</View>
      )}
      <BigButton
        className="left-hand-over"
        tone="quiet"
        busy={isBusy}
        disabled={!isReady}
        onTap={handOver}
      >
        {isReady ? '已当面交给邻居' : '先到名单里称重'}
      </BigButton>
    </View>
  )
}
