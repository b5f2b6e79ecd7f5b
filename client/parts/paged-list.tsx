import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { PageState } from '../page-state'
import type { Page, PagedStore } from '../paging'
import { ListEnd } from './list-end'

/** The rhythm of a page with a list: read when it shows and when pulled, go on at its end. */
export function usePagedList<T extends Page, R, Q>(
  list: PagedStore<T, R, Q>,
  load: () => Promise<void>,
): void {
  useDidShow(() => {
    load()
  })
  usePullDownRefresh(() => {
    load().then(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    list.getState().more()
  })
}

interface PagedListProps<T extends Page, R, Q> {
  list: PagedStore<T, R, Q>
  /** Grey bones of the rows' shape. */
  skeleton: ReactNode
  /** What stands here when there is no row at all. */
  empty: ReactNode
  onRetry(): void
  children(rows: readonly R[]): ReactNode
}

/** A list that comes page by page, in each of its states, with its end below. */
export function PagedList<T extends Page, R, Q>(props: PagedListProps<T, R, Q>): ReactNode {
  const { list, skeleton, empty, onRetry, children } = props
  const { head, rows, loading, trouble, nextCursor, loadingMore, moreTrouble, more } =
    useStore(list)
  return (
    <PageState shown={{ data: head, loading, trouble }} skeleton={skeleton} onRetry={onRetry}>
      {() =>
        rows.length > 0 || nextCursor !== null ? (
          <>
            {rows.length > 0 && children(rows)}
            <ListEnd
              nextCursor={nextCursor}
              loadingMore={loadingMore}
              moreTrouble={moreTrouble}
              onMore={more}
            />
          </>
        ) : // Another query empties the list before its answer is there.
        loading ? (
          skeleton
        ) : trouble ? null : (
          empty
        )
      }
    </PageState>
  )
}
