import { View } from '@tarojs/components'
import type { ReactElement, ReactNode } from 'react'
import type { Page, PagedStore } from '../paging'
import { Bones } from './bone'
import { PagedList } from './paged-list'

interface RowListProps<T extends Page, R, Q> {
  list: PagedStore<T, R, Q>
  /** How many grey rows stand there until the first answer. */
  boneCount?: number
  /** What stands here when there is no row at all. */
  empty: ReactNode
  onRetry(): void
  /** One row, with its key. */
  children(row: R): ReactElement
}

/** A list that comes page by page as rows of one card: what most lists look like. */
export function RowList<T extends Page, R, Q>(props: RowListProps<T, R, Q>): ReactNode {
  const { list, boneCount = 6, empty, onRetry, children } = props
  return (
    <PagedList
      list={list}
      skeleton={<Bones shape="row" count={boneCount} />}
      empty={empty}
      onRetry={onRetry}
    >
      {(rows) => <View className="card rows">{rows.map((row) => children(row))}</View>}
    </PagedList>
  )
}
