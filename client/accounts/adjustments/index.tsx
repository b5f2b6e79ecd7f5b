import { useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { momentText, signedPoints } from '../../format'
import { Notice } from '../../page-state'
import { usePagedList } from '../../parts/paged-list'
import { Row } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { ForManagers } from '../../session/for-managers'
import { type AdjustmentRow, stateOf } from '../adjustment-words'
import { adjustmentsStore, decideStore, loadAdjustments } from '../adjustments.store'
import { DecideSheet } from './decide-sheet'

/** Every adjustment by hand; one that waits is agreed to or rejected by a tap. */
export default function AdjustmentsPage(): ReactNode {
  const rows = useStore(adjustmentsStore, (list) => list.rows)
  const wish = useStore(decideStore, (decide) => decide.wish)
  usePagedList(adjustmentsStore, loadAdjustments)
  useUnload(() => decideStore.getState().close())
  const chosen = rows.find((row) => row.adjustmentId === wish?.adjustmentId)
  return (
    <ForManagers className="adjustments-page">
      {() => (
        <>
          <Adjustments />
          {chosen && <DecideSheet row={chosen} />}
        </>
      )}
    </ForManagers>
  )
}

function Adjustments(): ReactNode {
  return (
    <RowList
      list={adjustmentsStore}
      empty={
        <Notice
          icon="points"
          title="还没有人工调整"
          text="在“会员积分”里增加或扣减的积分，都会列在这里"
        />
      }
      onRetry={loadAdjustments}
    >
      {(row) => <Adjustment key={row.adjustmentId} row={row} />}
    </RowList>
  )
}

function Adjustment({ row }: { row: AdjustmentRow }): ReactNode {
  const { adjustmentId, maskedName, points, reason, state, askedByName, askedAt } = row
  const isWaiting = state === 'waiting'
  const open = () => decideStore.getState().open({ adjustmentId, verdict: 'approve' })
  return (
    <Row
      className={`adjustment adjustment-${state}`}
      title={`${maskedName} · ${reason}`}
      notes={[`${momentText(askedAt).slice(5)} · ${askedByName}`]}
      figure={signedPoints(points)}
      {...(points > 0 ? { figureTone: 'gain' } : {})}
      state={stateOf(row)}
      {...(isWaiting ? { stateTone: 'open', onOpen: open } : {})}
      {...(state === 'rejected' ? { stateTone: 'loss' } : {})}
    />
  )
}
