import { View } from '@tarojs/components'
import { type ReactNode, useMemo } from 'react'
import { qrDrawingOf } from './qr-runs'
import './qr-code.scss'

interface QrCodeProps {
  text: string
  /** At most so wide, in points of the phone; whole points a square keep the edges sharp. */
  widthPt: number
}

/** A QR code drawn with plain views: sharp on every phone, white also in the dark. */
export function QrCode({ text, widthPt }: QrCodeProps): ReactNode {
  const { sideCount, runs } = useMemo(() => qrDrawingOf(text), [text])
  const squarePt = Math.max(1, Math.floor(widthPt / sideCount))
  const side = points(sideCount * squarePt)
  return (
    <View className="qr" style={{ width: side, height: side }} role="img" aria-label="二维码">
      {runs.map(({ row, column, length }) => (
        <View
          key={`${row}-${column}`}
          className="qr-run"
          style={{
            top: points(row * squarePt),
            left: points(column * squarePt),
            width: points(length * squarePt),
            height: points(squarePt),
          }}
        />
      ))}
    </View>
  )
}

/** Lengths in `style` are not scaled by the build, so these are points of the phone. */
function points(length: number): string {
  return `${length}px`
}
