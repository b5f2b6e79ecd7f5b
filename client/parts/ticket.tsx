import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { shortYuan } from '../format'
import './ticket.scss'

interface TicketProps {
  title: string
  /** `¥5`, `9折` …: the yuan is written small. */
  face: string
  thresholdFen: number
  /** What it gives, where the title does not say it. */
  sentence?: string
  /** Where and when it may be used: 限梧桐店, 限周一 … */
  limitWords?: readonly string[]
  /** Until when, where, or why not any more. */
  note: string
  /** `hurry`: few days left; `over`: used or expired. */
  tone?: 'fresh' | 'hurry' | 'over'
  /** A word on the right, e.g. 去使用, or a stamp, e.g. 已使用. */
  aside?: string
  className?: string
  onTap?(): void
}

/** A coupon looks like a ticket: the face torn off along a perforation between two notches. */
export function Ticket(props: TicketProps): ReactNode {
  const { title, face, thresholdFen, note, tone = 'fresh', aside, onTap } = props
  const { sentence = '', limitWords = [] } = props
  return (
    <View
      className={`ticket ticket-${tone} ${props.className ?? ''}`}
      onClick={() => onTap?.()}
      hoverClass={onTap ? 'touched' : 'none'}
    >
      <View className="ticket-face">
        <View className={`ticket-amount figures ${isLong(face) ? 'ticket-long' : ''}`}>
          {face.startsWith('¥') && <Text className="ticket-yuan">¥</Text>}
          {face.replace('¥', '')}
        </View>
        <View className="ticket-terms figures">
          {thresholdFen > 0 ? `满${shortYuan(thresholdFen)}元可用` : '无门槛'}
        </View>
      </View>
      <View className="ticket-tear" />
      <View className="ticket-words">
        <View className="ticket-title">{title}</View>
        {sentence !== '' && !title.includes(sentence) && (
          <View className="ticket-sentence figures">{sentence}</View>
        )}
        {limitWords.length > 0 && (
          <View className="ticket-limits figures">{limitWords.join(' · ')}</View>
        )}
        <View className="ticket-note figures">{note}</View>
      </View>
      {aside && <View className="ticket-aside">{aside}</View>}
    </View>
  )
}

/** A Chinese character is as wide as two figures. */
function isLong(face: string): boolean {
  const isWide = (letter: string) => letter.charCodeAt(0) > 0x2fff
  return face.length > 3 || [...face].filter(isWide).length > 2
}
