import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { Icon } from '../../parts/icon'
import { open } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { type Way, wayGroups } from '../ways'
import './index.scss'

/** Where a manager begins: all that she can do, group by group. */
export default function ManagerDeskPage(): ReactNode {
  return <ForManagers className="manager-desk">{(me) => <Ways me={me} />}</ForManagers>
}

function Ways({ me }: { me: OutputAt<'staff.me'> }): ReactNode {
  const managed = me.stores.filter(({ role }) => role === 'manager')
  return (
    <>
      <View className="manager-head">
        <View className="manager-name one-line">{me.displayName}</View>
        <View className="soft one-line">{managed.map(({ name }) => name).join('、')}</View>
      </View>
      {wayGroups.map(({ title, ways }) => (
        <View key={title} className="ways-group">
          <View className="ways-title">{title}</View>
          <View className="card ways">
            {ways.map((way) => (
              <WayRow key={way.name} way={way} />
            ))}
          </View>
        </View>
      ))}
    </>
  )
}

function WayRow({ way: { name, title, note, to } }: { way: Way }): ReactNode {
  return (
    <View className={`way way-${name}`} hoverClass="touched" role="button" onClick={() => open(to)}>
      <Text className="way-label">{title}</Text>
      <Text className="way-note one-line">{note}</Text>
      <Icon name="arrow" size={32} />
    </View>
  )
}
