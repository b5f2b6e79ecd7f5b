import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { LinkRow } from '../../parts/row'
import { open } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { loadToday, todayStore } from '../today.store'
import { wayGroups } from '../ways'
import './index.scss'
import { Today } from './today'

/** Where a manager begins: today, and all that she can do, group by group. */
export default function ManagerDeskPage(): ReactNode {
  // Whoever comes back from a page has done something there.
  useDidShow(() => {
    if (todayStore.getState().data) loadToday()
  })
  return (
    <ForManagers className="manager-desk" asksEachTime>
      {(me) => <Ways me={me} />}
    </ForManagers>
  )
}

function Ways({ me }: { me: OutputAt<'staff.me'> }): ReactNode {
  const managed = me.stores.filter(({ role }) => role === 'manager')
  return (
    <>
      <View className="manager-head">
        <View className="manager-name one-line">{me.displayName}</View>
        <View className="soft one-line">{managed.map(({ name }) => name).join('、')}</View>
      </View>
      <Today />
      {wayGroups.map(({ title, ways }) => (
        <View key={title} className="ways-group">
          <View className="ways-title">{title}</View>
          <View className="card rows ways">
            {ways.map(({ name, title, note, to }) => (
              <LinkRow
                key={name}
                className={`way-${name}`}
                title={title}
                note={note}
                onOpen={() => open(to)}
              />
            ))}
          </View>
        </View>
      ))}
    </>
  )
}
