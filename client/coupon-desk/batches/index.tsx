import { useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { countText } from '../../format'
import { Notice } from '../../page-state'
import { usePagedList } from '../../parts/paged-list'
import { Row } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { ForManagers } from '../../session/for-managers'
import {
  type BatchRow,
  batchesStore,
  canVoid,
  loadBatches,
  notesOf,
  stateOf,
  voidStore,
} from '../batches.store'
import { VoidSheet } from './void-sheet'

/** Each batch with its counts; one that was a mistake is withdrawn by a tap. */
export default function BatchesPage(): ReactNode {
  const [chosen, setChosen] = useState<BatchRow | null>(null)
  usePagedList(batchesStore, loadBatches)
  useUnload(() => voidStore.getState().close())
  return (
    <ForManagers className="coupon-batches">
      {() => (
        <>
          <RowList
            list={batchesStore}
            empty={
              <Notice
                icon="coupon"
                title="还没有发过券"
                text="发给会员的、社群福利里领取的，都会一批一批列在这里"
              />
            }
            onRetry={loadBatches}
          >
            {(batch) => (
              <Batch key={batch.batchId} batch={batch} onChoose={() => setChosen(batch)} />
            )}
          </RowList>
          {chosen && <VoidSheet batch={chosen} onClose={() => setChosen(null)} />}
        </>
      )}
    </ForManagers>
  )
}

function Batch({ batch, onChoose }: { batch: BatchRow; onChoose(): void }): ReactNode {
  const { title, state, issuedCount } = batch
  const isGone = state === 'void' || state === 'voiding'
  return (
    <Row
      className={`batch batch-${state}`}
      title={title}
      wraps
      notes={notesOf(batch)}
      figure={`${countText(issuedCount)} 张`}
      {...(isGone ? { figureTone: 'struck', stateTone: 'loss' } : {})}
      state={stateOf(batch)}
      {...(canVoid(batch) ? { leads: true, onOpen: onChoose } : {})}
    />
  )
}
