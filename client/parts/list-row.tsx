import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { open, type Query, type Route } from '../routes'
import { Icon } from './icon'
import './list-row.scss'

interface ListRowProps {
  /** A stable name for walks, e.g. `closing-row`. */
  className: string
  title: string
  note: string
  /** What came of it, at the right. */
  aside: ReactNode
  /** The page that a tap opens. */
  to: Route
  query?: Query
}

/** A row of a manager's list that opens a page: its words, what came of it, an arrow. */
export function ListRow(props: ListRowProps): ReactNode {
  const { className, title, note, aside, to, query } = props
  return (
    <View
      className={`list-row ${className}`}
      hoverClass="touched"
      role="button"
      onClick={() => open(to, query)}
    >
      <View className="list-row-words">
        <View className="figures one-line">{title}</View>
        <View className="soft figures one-line">{note}</View>
      </View>
      <View className="list-row-aside figures">{aside}</View>
      <Icon name="arrow" size={32} />
    </View>
  )
}

/** 账平, or what does not agree. */
export function Verdict({ fine, text }: { fine: boolean; text: string }): ReactNode {
  return <View className={`verdict ${fine ? 'verdict-fine' : 'verdict-off'}`}>{text}</View>
}
