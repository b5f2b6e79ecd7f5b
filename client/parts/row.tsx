import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import './row.scss'

export interface RowProps {
  /** A stable name for walks, e.g. `closing-row`. */
  className: string
  /** What a walk reads of the row, e.g. `{ 'data-kind': 'earn' }`. */
  marks?: Readonly<Record<`data-${string}`, string>>
  icon?: string
  title: string
  /** A sentence, or a time from when to when, is read to its end; a name may be cut. */
  wraps?: boolean
  /** Under the title, a line each. */
  notes?: readonly string[]
  /** The amount, at the right. */
  figure?: string
  figureTone?: 'gain' | 'struck'
  /** What became of it, under the amount. */
  state?: string
  stateTone?: 'gain' | 'loss' | 'open'
  /** At the right in place of an amount, e.g. a verdict. */
  aside?: ReactNode
  /** It leads to another page, and shows so. */
  leads?: boolean
  onOpen?(): void
}

/** The one row of every list: an icon, its words, what it came to, and whether a tap leads on. */
export function Row(props: RowProps): ReactNode {
  const { className, marks = {}, icon, title, wraps = false, notes = [], leads, onOpen } = props
  return (
    <View
      className={`row ${className}`}
      {...marks}
      hoverClass={onOpen ? 'touched' : 'none'}
      {...(onOpen ? { role: 'button', onClick: onOpen } : {})}
    >
      {icon && (
        <View className="row-icon">
          <Icon name={icon} size={48} />
        </View>
      )}
      <View className="row-words">
        <View className={`row-title figures ${wraps ? '' : 'one-line'}`}>{title}</View>
        {notes.map((note) => (
          <View key={note} className={`soft figures ${wraps ? '' : 'one-line'}`}>
            {note}
          </View>
        ))}
      </View>
      <Outcome {...props} />
      {leads && <Icon name="arrow" size={32} />}
    </View>
  )
}

function Outcome({ figure, figureTone, state, stateTone, aside }: RowProps): ReactNode {
  if (figure === undefined && state === undefined && aside === undefined) return null
  return (
    <View className="row-outcome figures">
      {figure !== undefined && (
        <View className={`row-figure row-figure-${figureTone ?? 'plain'}`}>{figure}</View>
      )}
      {state !== undefined && (
        <View className={`row-state row-state-${stateTone ?? 'plain'}`}>{state}</View>
      )}
      {aside}
    </View>
  )
}

interface LinkRowProps {
  className: string
  icon?: string
  title: string
  /** What waits behind it, or what is done there, in a few words. */
  note?: string
  onOpen(): void
}

/** A row that is nothing but a way to another page. */
export function LinkRow({ className, icon, title, note = '', onOpen }: LinkRowProps): ReactNode {
  return (
    <Row
      className={`row-link ${className}`}
      {...(icon ? { icon } : {})}
      title={title}
      aside={<Text className="row-note one-line">{note}</Text>}
      leads
      onOpen={onOpen}
    />
  )
}

/** 账平, or what does not agree. */
export function Verdict({ fine, text }: { fine: boolean; text: string }): ReactNode {
  return <View className={`verdict ${fine ? 'verdict-fine' : 'verdict-off'}`}>{text}</View>
}
