import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import './desk.scss'
import { TroubleBanner } from '../page-state'
import { Bones } from '../parts/bone'
import { ListEnd } from '../parts/list-end'
import { DropLine } from './drop-line'
import { isAhead } from './drop-words'
import { type DropRow, dropsStore, loadDrops } from './drops.store'

/** What runs and what is to come first, then what was; what is asked between stands there. */
export function DeskDrops({ children }: { children?: ReactNode }): ReactNode {
  const { head, rows, trouble, loadingMore, moreTrouble, nextCursor, more } = useStore(dropsStore)
  if (head === null && trouble === null) {
    return (
      <>
        <Bones shape="row" count={3} />
        {children}
      </>
    )
  }
  const ahead = rows.filter(isAhead).reverse()
  const past = rows.filter((drop) => !isAhead(drop))
  return (
    <>
      {trouble && <TroubleBanner trouble={trouble} onRetry={() => void loadDrops()} />}
      {head !== null && (
        <>
          <View className="desk-title">进行中和即将开始</View>
          <View className="card rows desk-ahead">
            {ahead.length > 0 ? (
              <DropLines drops={ahead} />
            ) : (
              <View className="desk-quiet">现在没有社群福利，发一场吧</View>
            )}
          </View>
        </>
      )}
      {children}
      {past.length > 0 && (
        <>
          <View className="desk-title">以往</View>
          <View className="card rows desk-past">
            <DropLines drops={past} />
          </View>
          {nextCursor !== null && (
            <ListEnd
              nextCursor={nextCursor}
              loadingMore={loadingMore}
              moreTrouble={moreTrouble}
              onMore={more}
            />
          )}
        </>
      )}
    </>
  )
}

function DropLines({ drops }: { drops: readonly DropRow[] }): ReactNode {
  return (
    <>
      {drops.map((drop) => (
        <DropLine key={drop.dropId} drop={drop} />
      ))}
    </>
  )
}
