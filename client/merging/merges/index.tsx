import { useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { serverNow } from '../../clock'
import { momentText } from '../../format'
import { Notice } from '../../page-state'
import { usePagedList } from '../../parts/paged-list'
import { Row } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { ForManagers } from '../../session/for-managers'
import { canUndo, movedOf, stateOf } from '../merge-words'
import { loadMerges, type MergeRow, mergeStore, mergesStore, undoStore } from '../merges.store'
import './index.scss'
import { NewMerge } from './new-merge'
import { UndoSheet } from './undo-sheet'

/** Two memberships of one person become one; what was merged can be undone for seven days. */
export default function MergesPage(): ReactNode {
  const rows = useStore(mergesStore, (list) => list.rows)
  const wish = useStore(undoStore, (undo) => undo.wish)
  usePagedList(mergesStore, loadMerges)
  useUnload(() => {
    mergeStore.getState().close()
    undoStore.getState().close()
  })
  const chosen = rows.find((row) => row.mergeId === wish?.mergeId)
  return (
    <ForManagers className="merges-page">
      {() => (
        <>
          <NewMerge />
          <Merges />
          {chosen && <UndoSheet merge={chosen} />}
        </>
      )}
    </ForManagers>
  )
}

function Merges(): ReactNode {
  return (
    <RowList
      list={mergesStore}
      boneCount={3}
      empty={<Notice icon="member" title="还没有合并过" text="合并后七天内可以在这里撤销" />}
      onRetry={loadMerges}
    >
      {(row) => <Merge key={row.mergeId} merge={row} />}
    </RowList>
  )
}

function Merge({ merge }: { merge: MergeRow }): ReactNode {
  const { mergeId, fromName, toName, reason, mergedAt, mergedByName } = merge
  const now = serverNow()
  const undoable = canUndo(merge, now)
  const open = () => undoStore.getState().open({ mergeId })
  return (
    <Row
      className={`merge ${undoable ? 'merge-undoable' : ''}`}
      title={`${fromName} 并入 ${toName}`}
      notes={[reason, `${momentText(mergedAt).slice(5)} · ${mergedByName}`]}
      figure={movedOf(merge)}
      state={stateOf(merge, now)}
      {...(undoable ? { stateTone: 'open', onOpen: open } : {})}
    />
  )
}
