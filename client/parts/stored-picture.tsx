import { Image, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { phone } from '../launch'
import { Icon } from './icon'
import './stored-picture.scss'

interface StoredPictureProps {
  /** A file in storage; null: there is none, and a drawing stands in its place. */
  file: string | null
  /** What is on it, for a screen reader. */
  label: string
  shape: 'cover' | 'square' | 'wide' | 'fill'
  className?: string
}

/** A picture that an owner or a shopper has uploaded, or a quiet stand-in of the same shape. */
export function StoredPicture({ file, label, shape, className = '' }: StoredPictureProps) {
  const address = useAddress(file)
  if (address === null) return <StandIn shape={shape} className={className} />
  return (
    <Image
      className={`stored-picture stored-${shape} ${className}`}
      src={address}
      mode="aspectFill"
      lazyLoad
      nativeProps={{ alt: label }}
    />
  )
}

function StandIn({ shape, className }: { shape: string; className: string }): ReactNode {
  return (
    <View className={`stored-picture stored-none stored-${shape} ${className}`} aria-hidden>
      <Icon name="lists" size={shape === 'square' ? 56 : 72} />
    </View>
  )
}

/** WeChat draws a file of its storage by its id; a browser wants an address. */
const useAddress = process.env.TARO_ENV === 'h5' ? useGatewayAddress : (file: string | null) => file

function useGatewayAddress(file: string | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let isWanted = true
    setAddress(null)
    if (file !== null) {
      addressOf(file).then((found) => {
        if (isWanted) setAddress(found)
      })
    }
    return () => {
      isWanted = false
    }
  }, [file])
  return address
}

async function addressOf(file: string): Promise<string | null> {
  if (!file.startsWith('cloud://')) return file
  const response = await fetch(`${window.location.origin}/client/temp-urls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': phone || 'nobody' },
    body: JSON.stringify({ fileList: [file] }),
  }).catch(() => null)
  const answer: { data?: { fileList?: { tempFileURL?: string }[] } } | null = response?.ok
    ? await response.json()
    : null
  return answer?.data?.fileList?.[0]?.tempFileURL || null
}
