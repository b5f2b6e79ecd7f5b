import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../../parts/icon'
import { open, type Route } from '../../routes'

interface RowProps {
  /** For walks: `me-row-<name>`. */
  name: string
  icon: string
  title: string
  note: string
  to: Route
}

export function Row({ name, icon, title, note, to }: RowProps): ReactNode {
  return (
    <View
      className={`me-row me-row-${name}`}
      role="button"
      onClick={() => open(to)}
      hoverClass="touched"
    >
      <View className="me-row-icon">
        <Icon name={icon} size={48} />
      </View>
      <Text className="me-row-title">{title}</Text>
      <Text className="me-row-note figures one-line">{note}</Text>
      <Icon name="arrow" size={36} />
    </View>
  )
}
