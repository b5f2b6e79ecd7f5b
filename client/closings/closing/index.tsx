import { addDays } from '@shared/business-date'
import { View } from '@tarojs/components'
import { useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { shortDay } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { PageLink } from '../../parts/page-link'
import { Segments } from '../../parts/segments'
import { routes } from '../../routes'
import { ForStaff } from '../../session/for-staff'
import { currentStore, servingStore } from '../../session/serving.store'
import {
  type Chosen,
  closingStore,
  type DayClosing,
  loadClosing,
  signStore,
} from '../closing.store'
import { tillName } from '../closing-words'
import './index.scss'
import { ListsCard } from './lists-card'
import { OurCard } from './our-card'
import { SignedCard } from './signed-card'
import { TillForm } from './till-form'

type Stores = OutputAt<'staff.me'>['stores']

/**
 * The end of the day: our books against the till, and a signature of whoever serves there. Of the
 * store of `?storeId=`, else of the one where she is.
 */
export default function ClosingPage(): ReactNode {
  useUnload(() => signStore.getState().close())
  return <ForStaff className="closing-page">{(me) => <Closing stores={me.stores} />}</ForStaff>
}

function Closing({ stores }: { stores: Stores }): ReactNode {
  const shown = useStore(closingStore)
  const { storeId: named } = useRouter().params
  const [chosen, setChosen] = useState<Chosen>(() => {
    const here = currentStore(stores, named ?? servingStore.getState().chosenStoreId) ?? stores[0]
    return { storeId: here?.storeId ?? '' }
  })
  const isManaged = stores.some(
    ({ storeId, role }) => storeId === chosen.storeId && role === 'manager',
  )
  const choose = (next: Chosen) => {
    setChosen(next)
    signStore.getState().close()
  }
  useEffect(() => {
    loadClosing(chosen)
  }, [chosen])
  return (
    <>
      {stores.length > 1 && (
        <Segments
          className="closing-stores"
          choices={stores.map(({ storeId, name }) => ({ value: storeId, label: name }))}
          chosen={chosen.storeId}
          onChoose={(storeId) => choose({ storeId })}
        />
      )}
      <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={() => loadClosing(chosen)}>
        {(day) => <Day day={day} chosen={chosen} isManaged={isManaged} onChoose={choose} />}
      </PageState>
    </>
  )
}

interface DayProps {
  day: DayClosing
  chosen: Chosen
  /** Past closings are the manager's to look at. */
  isManaged: boolean
  onChoose(next: Chosen): void
}

function Day({ day, chosen, isManaged, onChoose }: DayProps): ReactNode {
  const { storeId } = chosen
  const { businessOn, tills, tillNo, signed } = day
  const reload = () => loadClosing({ storeId, businessOn, tillNo })
  const isPast = day.lastSignedOn !== null && day.lastSignedOn > businessOn
  return (
    <>
      <Segments
        className="closing-days"
        choices={daysOf(day.todayOn)}
        chosen={businessOn}
        onChoose={(on) => onChoose({ storeId, businessOn: on })}
      />
      {tills.length > 1 && (
        <Segments
          className="closing-tills"
          choices={tills.map((till) => ({
            value: till.tillNo,
            label: `${tillName(till.tillNo)}${till.isSigned ? ' ✓' : ''}`,
          }))}
          chosen={tillNo}
          onChoose={(till) => onChoose({ storeId, businessOn, tillNo: till })}
        />
      )}
      <OurCard day={day} />
      <ListsCard lists={day.lists} />
      {signed ? (
        <SignedCard signed={signed} />
      ) : isPast ? (
        <Notice
          icon="store"
          title="这一天没有单独日结"
          text={`${shortDay(day.lastSignedOn ?? '')}日结时已一并结清`}
        />
      ) : (
        <TillForm key={`${storeId}/${businessOn}/${tillNo}`} day={day} onSigned={reload} />
      )}
      <View className="closing-foot">
        <View className="soft">签字后这一天不再改动；之后的账进下一天的日结。</View>
        {isManaged && (
          <PageLink className="closing-past" to={routes.closings} query={{ storeId }}>
            以往的日结
          </PageLink>
        )}
      </View>
    </>
  )
}

const NAMES = ['今天', '昨天', '前天'] as const

/** Older days need no page of their own: what nobody closed goes into the next closing. */
function daysOf(todayOn: string): { value: string; label: string }[] {
  return NAMES.map((label, ago) => {
    const value = addDays(todayOn, -ago)
    return { value, label: ago === 0 ? label : `${label} ${shortDay(value)}` }
  })
}
