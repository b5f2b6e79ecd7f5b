import { View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { Row } from '../../parts/row'
import { open } from '../../routes'
import { loadToday, type ManagerToday, todayStore } from '../today.store'
import { figureRows, type TodayRow, waitingRows } from '../today-rows'

/** Today at the top of the desk: figures, and what waits, each a way to where it is done. */
export function Today(): ReactNode {
  const shown = useStore(todayStore)
  // It stands here once it is known that she is a manager, which may be after the page was shown.
  useEffect(() => {
    loadToday()
  }, [])
  return (
    <PageState shown={shown} skeleton={<Bones shape="row" count={3} />} onRetry={loadToday}>
      {(today) => <Figures today={today} />}
    </PageState>
  )
}

function Figures({ today }: { today: ManagerToday }): ReactNode {
  const waiting = waitingRows(today)
  return (
    <>
      <View className="ways-title">今天</View>
      <View className="card rows today">
        {figureRows(today).map((row) => (
          <TodayLine key={row.name} row={row} />
        ))}
      </View>
      <View className="ways-title">等您处理</View>
      <View className="card rows today-waiting">
        {waiting.map((row) => (
          <TodayLine key={row.name} row={row} />
        ))}
        {waiting.length === 0 && <View className="today-nothing soft">都处理好了</View>}
      </View>
    </>
  )
}

function TodayLine({ row }: { row: TodayRow }): ReactNode {
  const { name, title, notes, figure, to, query } = row
  return (
    <Row
      className={`today-${name}`}
      title={title}
      wraps
      notes={notes}
      figure={figure}
      leads
      onOpen={() => open(to, query)}
    />
  )
}
