import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { LinkRow } from '../../parts/row'
import { open } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { wayGroups } from '../ways'
import './index.scss'

/** Where a manager begins: all that she can do, group by group. */
export default function ManagerDeskPage(): ReactNode {
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
