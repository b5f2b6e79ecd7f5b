import { Image, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './avatar.scss'

/** The avatars that we draw; a member who brings no picture gets one of them. */
export const presetAvatars = ['peach', 'leaf', 'plum', 'lemon', 'sky', 'cloud'] as const

/** What a screen reader says of them. */
export const avatarNames: Readonly<Record<(typeof presetAvatars)[number], string>> = {
  peach: '蜜桃',
  leaf: '青叶',
  plum: '梅子',
  lemon: '柠檬',
  sky: '晴空',
  cloud: '云朵',
}

interface AvatarProps {
  /** `preset:peach`, or a file that the platform stored for the member. */
  avatar: string
  size?: 'small' | 'large'
}

export function Avatar({ avatar, size = 'small' }: AvatarProps): ReactNode {
  const preset = /^preset:([a-z]+)$/.exec(avatar)?.[1]
  const known = presetAvatars.find((name) => name === preset) ?? 'peach'
  if (avatar !== '' && preset === undefined) {
    return <Image className={`avatar avatar-${size}`} src={avatar} mode="aspectFill" />
  }
  return (
    <View className={`avatar avatar-${size} avatar-${known}`} aria-hidden>
      <View className="avatar-drawing" />
    </View>
  )
}
