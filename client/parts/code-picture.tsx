import { Image, View } from '@tarojs/components'
import { type ReactNode, useMemo } from 'react'
import { barFigure, qrFigure } from './code-figures'
import './code-picture.scss'

/** A QR code on its own white ground, as wide as its place. */
export function QrPicture({ text, label }: { text: string; label: string }): ReactNode {
  const address = useMemo(() => qrFigure(text), [text])
  return (
    <View className="qr-picture">
      <Image className="qr-image" src={address} nativeProps={{ alt: label }} />
    </View>
  )
}

/** The same digits for scanners that read bars only. */
export function BarPicture({ digits }: { digits: string }): ReactNode {
  const address = useMemo(() => barFigure(digits), [digits])
  return <Image className="bar-picture" src={address} nativeProps={{ alt: '条形码' }} />
}
