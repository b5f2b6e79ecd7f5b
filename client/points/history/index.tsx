import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { sentenceText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { ListEnd } from '../../parts/list-end'
import { Page } from '../../parts/page'
import { usePagedList } from '../../parts/paged-list'
import { Segments } from '../../parts/segments'
import { open, routes } from '../../routes'
import { byMonth } from '../months'
import { type Direction, type HistoryEntry, historyStore } from '../points.store'
import { BalanceCard } from './balance-card'
import { EntryRow } from './entry-row'
import { EntrySheet } from './entry-sheet'
import './index.scss'

const directions = [
  { value: 'all', label: '全部' },
  { value: 'in', label: '收入' },
  { value: 'out', label: '支出' },
] as const

/** Every point explained: what is there, until when, and each line of the books. */
export default function HistoryPage(): ReactNode {
  const [direction, setDirection] = useState<Direction>('all')
  const { head, loading, trouble, load } = useStore(historyStore)
  const reload = () => load({ direction })
  const choose = (wanted: Direction) => {
    setDirection(wanted)
    load({ direction: wanted })
  }
  usePagedList(historyStore, reload)
  const shown = { data: head, loading, trouble }
  return (
    <Page className="history-page">
      <PageState shown={shown} skeleton={<HistorySkeleton />} onRetry={reload}>
        {(history) => (
          <>
            <BalanceCard history={history} />
            <Segments<Direction>
              className="history-filter"
              choices={directions}
              chosen={direction}
              onChoose={choose}
            />
            <Entries direction={direction} rate={history.earn.rate} />
          </>
        )}
      </PageState>
    </Page>
  )
}

interface EntriesProps {
  direction: Direction
  /** What spending brings, for a book without a line. */
  rate: string
}

function Entries({ direction, rate }: EntriesProps): ReactNode {
  const { rows, loading, trouble, nextCursor, loadingMore, moreTrouble, more } =
    useStore(historyStore)
  const [opened, setOpened] = useState<HistoryEntry | null>(null)
  if (rows.length === 0) {
    if (loading) return <Bones shape="row" count={4} />
    return trouble ? null : <NoEntries direction={direction} rate={rate} />
  }
  return (
    <>
      {byMonth(rows).map(({ month, label, entries }) => (
        <View key={month} className="history-month">
          <View className="history-month-label">{label}</View>
          <View className="card history-entries">
            {entries.map((entry) => (
              <EntryRow key={entry.entryId} entry={entry} onOpen={setOpened} />
            ))}
          </View>
        </View>
      ))}
      <ListEnd
        nextCursor={nextCursor}
        loadingMore={loadingMore}
        moreTrouble={moreTrouble}
        onMore={more}
      />
      <EntrySheet entry={opened} onClose={() => setOpened(null)} />
    </>
  )
}

function NoEntries({ direction, rate }: EntriesProps): ReactNode {
  if (direction === 'out') {
    return <Notice icon="points" title="还没有支出" text="兑换礼品、退款扣回都会记在这里" />
  }
  return (
    <Notice icon="points" title="还没有积分" text={sentenceText(`到店出示会员码，${rate}`)}>
      <BigButton tone="quiet" onTap={() => open(routes.code)}>
        出示会员码
      </BigButton>
    </Notice>
  )
}

function HistorySkeleton(): ReactNode {
  return (
    <>
      <Bone shape="card" />
      <Bones shape="row" count={8} />
    </>
  )
}
