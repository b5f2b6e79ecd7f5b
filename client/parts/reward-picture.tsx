import { isStoredPicture } from '@shared/mall/reward'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { StoredPicture } from './stored-picture'
import './reward-picture.scss'

interface RewardPictureProps {
  /** A file in storage; for anything else a parcel is drawn. */
  picture: string
  size: 'small' | 'card' | 'large'
}

/** A reward on its photo. The title beside it says what it is. */
export function RewardPicture({ picture, size }: RewardPictureProps): ReactNode {
  return (
    <View className={`reward-picture reward-picture-${size}`} aria-hidden>
      {isStoredPicture(picture) ? (
        <StoredPicture file={picture} label="" shape="fill" className="reward-drawing" />
      ) : (
        <Icon name="gift" size={72} />
      )}
    </View>
  )
}
