import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './sheet.scss'

interface SheetProps {
  open: boolean
  title: string
  /** A tap beside the sheet; absent while an answer is awaited. */
  onClose?(): void
  children: ReactNode
}

/** Rises from the bottom: confirmations of points and money, and their results. */
export function Sheet({ open, title, onClose, children }: SheetProps): ReactNode {
  if (!open) return null
  return (
    <View className="sheet-veil" onClick={() => onClose?.()} catchMove>
      <View
        className="sheet"
        role="dialog"
        aria-label={title}
        onClick={(event) => event.stopPropagation()}
      >
        <View className="sheet-grip" />
        <View className="sheet-title">{title}</View>
        {children}
      </View>
    </View>
  )
}
