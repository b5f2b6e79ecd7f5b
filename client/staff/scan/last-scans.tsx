import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { momentText } from '../../format'
import { LinkRow, Row } from '../../parts/row'
import { type Route, routes } from '../../routes'
import { deskStore } from '../../session/desk.store'
import { openAtDesk } from '../../session/desk-pages'

/** What was done on this phone since the app was opened, and the ways on. */
export function LastScans({ isManager }: { isManager: boolean }): ReactNode {
  const lastScans = useStore(deskStore, (desk) => desk.lastScans)
  return (
    <>
      <View className="card rows">
        <Way label="消费记录与退款" route={routes.storePurchases} name="desk-purchases" />
        <Way label="日结" route={routes.closing} name="desk-closing" />
        <Way label="老会员卡转入积分" route={routes.oldCard} name="desk-old-card" />
        {isManager && <Way label="任命店员" route={routes.appoint} name="desk-appoint" />}
      </View>
      <View className="card last-scans">
        <View className="card-title">本次扫码</View>
        {lastScans.length === 0 && <View className="soft">还没有扫过码，扫一位会员试试</View>}
        {lastScans.map(({ key, at, title, text }) => (
          <Row
            key={key}
            className="last-scan"
            title={title}
            notes={[text]}
            state={momentText(at).slice(11)}
          />
        ))}
      </View>
    </>
  )
}

function Way({ label, route, name }: { label: string; route: Route; name: string }): ReactNode {
  return <LinkRow className={name} title={label} onOpen={() => openAtDesk(route)} />
}
