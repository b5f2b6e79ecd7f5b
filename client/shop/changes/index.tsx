import type { ReactNode } from 'react'
import { momentText } from '../../format'
import { Notice } from '../../page-state'
import { usePagedList } from '../../parts/paged-list'
import { Row } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { ForManagers } from '../../session/for-managers'
import { changeLines, changeTitle } from '../change-words'
import { changesStore, loadChanges, type ShopChange } from '../shop.store'

/** Who changed what of the shop and of its staff, when, and what it was before. */
export default function ShopChangesPage(): ReactNode {
  usePagedList(changesStore, loadChanges)
  return (
    <ForManagers className="shop-changes">
      {() => (
        <RowList
          list={changesStore}
          empty={
            <Notice
              icon="notice"
              title="还没有修改"
              text="店铺资料、门店和员工的每一次改动，都会记在这里"
            />
          }
          onRetry={loadChanges}
        >
          {(row) => <Change key={row.changeId} row={row} />}
        </RowList>
      )}
    </ForManagers>
  )
}

function Change({ row }: { row: ShopChange }): ReactNode {
  const who = `${row.byName} · ${momentText(row.at)}`
  return (
    <Row
      className="shop-change"
      marks={{ 'data-kind': row.kind }}
      title={changeTitle(row)}
      wraps
      notes={[...changeLines(row), who]}
    />
  )
}
