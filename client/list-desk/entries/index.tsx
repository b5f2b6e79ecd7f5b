import { View } from '@tarojs/components'
import { useLoad, useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { Segments } from '../../parts/segments'
import { ForCommunityDesk } from '../../session/for-community'
import { type DeskEntry, entriesStore, type WhichEntries } from '../entries.store'
import { canMarkPaid } from '../entry-words'
import { shownStore } from '../owned.store'
import { EntryRow } from './entry-row'
import { EntrySheet } from './entry-sheet'
import { ForSheet } from './for-sheet'
import './index.scss'
import { PayBar } from './pay-bar'

const filters = [
  { value: 'all', label: '全部' },
  { value: 'unpaid', label: '没付' },
  { value: 'uncollected', label: '没取' },
  { value: 'asked', label: '认领' },
] as const

/** Who ordered what, by number, with what is to be done about it. `?listId=` */
export default function EntriesPage(): ReactNode {
  const { listId = '' } = useRouter().params
  const [which, setWhich] = useState<WhichEntries>('all')
  const load = () => entriesStore.getState().load({ listId, which })
  useLoad(() => {
    entriesStore.setState(entriesStore.getInitialState())
    shownStore.getState().load({ listId })
  })
  usePagedList(entriesStore, load)
  const look = (next: WhichEntries) => {
    setWhich(next)
    entriesStore.getState().load({ listId, which: next })
  }
  return (
    <ForCommunityDesk className="list-entries">
      {() => (
        <>
          <Segments<WhichEntries> choices={filters} chosen={which} onChoose={look} />
          <Entries key={which} which={which} onReload={load} />
        </>
      )}
    </ForCommunityDesk>
  )
}

interface EntriesProps {
  which: WhichEntries
  onReload(): void
}

type Open = { kind: 'entry'; entryId: string } | { kind: 'for' } | null

function Entries({ which, onReload }: EntriesProps): ReactNode {
  const list = useStore(shownStore, ({ data }) => data)
  const [sheet, setSheet] = useState<Open>(null)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const isTicking = which === 'unpaid'
  const canTick = (entry: DeskEntry) => isTicking && canMarkPaid(entry, list?.state)
  const close = () => setSheet(null)
  const tap = (entry: DeskEntry) => {
    const { entryId } = entry
    if (!canTick(entry)) setSheet({ kind: 'entry', entryId })
    else if (ticked.includes(entryId)) setTicked(ticked.filter((each) => each !== entryId))
    else setTicked([...ticked, entryId])
  }
  const done = () => {
    setTicked([])
    close()
    onReload()
  }
  return (
    <>
      {list?.state === 'running' && which === 'all' && (
        <View className="entries-for">
          <BigButton className="entries-join-for" onTap={() => setSheet({ kind: 'for' })}>
            代接龙
          </BigButton>
        </View>
      )}
      <PagedList
        list={entriesStore}
        skeleton={<Bones shape="row" count={6} />}
        empty={<Empty which={which} />}
        onRetry={onReload}
      >
        {(rows) => (
          <View className="card rows">
            {rows.map((entry) => (
              <EntryRow
                key={entry.entryId}
                entry={entry}
                {...(canTick(entry) ? { ticked: ticked.includes(entry.entryId) } : {})}
                onTap={() => tap(entry)}
              />
            ))}
          </View>
        )}
      </PagedList>
      {isTicking && list && <PayBar list={list} entryIds={ticked} onDone={done} />}
      {sheet?.kind === 'entry' && (
        <EntrySheet entryId={sheet.entryId} list={list} onClose={close} onDone={done} />
      )}
      {sheet?.kind === 'for' && list && <ForSheet list={list} onClose={close} onDone={done} />}
    </>
  )
}

const emptyWords: Readonly<Record<WhichEntries, readonly [title: string, text: string]>> = {
  all: ['还没有人接龙', '把卡片发到群里，或在这里代邻居接'],
  unpaid: ['都付好了', '没有要收的钱'],
  uncollected: ['都取走了', '没有等着取的'],
  asked: ['没有人认领', '邻居点自己那一行认领，会出现在这里'],
}

function Empty({ which }: { which: WhichEntries }): ReactNode {
  const [title, text] = emptyWords[which]
  return <Notice icon={which === 'all' ? 'lists' : 'check'} title={title} text={text} />
}
