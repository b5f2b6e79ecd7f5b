import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import type { OutputAt } from '../../api'
import { dayText, yuanText } from '../../format'
import { Notice } from '../../page-state'
import { Row, Verdict } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { Segments } from '../../parts/segments'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { tillName } from '../closing-words'
import { type ClosingRow, type ClosingsOf, closingsStore } from '../closings.store'
import './index.scss'

const ALL = 'all'
type Stores = OutputAt<'staff.me'>['stores']

/** The days that were signed, by store and till. `?storeId=` says which store comes first. */
export default function ClosingsPage(): ReactNode {
  return (
    <ForManagers className="closings-page">
      {(me) => <Closings stores={me.stores.filter(({ role }) => role === 'manager')} />}
    </ForManagers>
  )
}

function Closings({ stores }: { stores: Stores }): ReactNode {
  const { storeId: asked } = useRouter().params
  const first = stores.find(({ storeId }) => storeId === asked) ?? stores[0]
  const [chosen, setChosen] = useState<ClosingsOf>({ storeId: first?.storeId ?? '' })
  // Those of the store that were seen: they stay when the list is narrowed to one of them.
  const [tills, setTills] = useState<readonly string[]>([])
  const load = async () => {
    await closingsStore.getState().load(chosen)
    const seen = closingsStore.getState().rows.map(({ tillNo }) => tillNo)
    setTills((known) => [...new Set([...known, ...seen])].sort())
  }
  // Its store is known once the roles are, which may be after the page has shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen is all it asks for.
  useEffect(() => {
    load()
  }, [chosen])
  usePullDownRefresh(() => {
    load().then(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    closingsStore.getState().more()
  })
  const choose = (next: ClosingsOf) => {
    if (next.storeId !== chosen.storeId) setTills([])
    setChosen(next)
  }
  return (
    <>
      <Filters stores={stores} tills={tills} chosen={chosen} onChoose={choose} />
      <RowList
        list={closingsStore}
        empty={<Notice icon="store" title="还没有日结" text="签过字的每一天，都会列在这里" />}
        onRetry={load}
      >
        {(row) => <Past key={`${row.businessOn}/${row.tillNo}`} row={row} />}
      </RowList>
    </>
  )
}

interface FiltersProps {
  stores: Stores
  tills: readonly string[]
  chosen: ClosingsOf
  onChoose(next: ClosingsOf): void
}

/** Which store and which till, where there are several. */
function Filters({ stores, tills, chosen, onChoose }: FiltersProps): ReactNode {
  const { storeId, tillNo = ALL } = chosen
  return (
    <>
      {stores.length > 1 && (
        <Segments
          className="closings-stores"
          choices={stores.map((store) => ({ value: store.storeId, label: store.name }))}
          chosen={storeId}
          onChoose={(other) => onChoose({ storeId: other })}
        />
      )}
      {tills.length > 1 && (
        <Segments
          className="closings-tills"
          choices={[ALL, ...tills].map((till) => ({
            value: till,
            label: till === ALL ? '全部' : tillName(till),
          }))}
          chosen={tillNo}
          onChoose={(till) => onChoose(till === ALL ? { storeId } : { storeId, tillNo: till })}
        />
      )}
    </>
  )
}

function Past({ row }: { row: ClosingRow }): ReactNode {
  const { storeId, businessOn, tillNo, paidFen, staffName, differenceCount } = row
  const isEven = differenceCount === 0
  return (
    <Row
      className="closing-row"
      title={`${dayText(businessOn)} · ${tillName(tillNo)}`}
      notes={[`会员实收 ¥${yuanText(paidFen)} · ${staffName}`]}
      aside={<Verdict fine={isEven} text={isEven ? '对账一致' : `${differenceCount} 处差异`} />}
      leads
      onOpen={() => open(routes.closingRecord, { storeId, businessOn, tillNo })}
    />
  )
}
