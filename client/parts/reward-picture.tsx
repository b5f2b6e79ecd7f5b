import { Image, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import cake from '../assets/rewards/cake.png'
import coffee from '../assets/rewards/coffee.png'
import eggs from '../assets/rewards/eggs.png'
import flower from '../assets/rewards/flower.png'
import fruit from '../assets/rewards/fruit.png'
import haircut from '../assets/rewards/haircut.png'
import mug from '../assets/rewards/mug.png'
import oil from '../assets/rewards/oil.png'
import rice from '../assets/rewards/rice.png'
import tote from '../assets/rewards/tote.png'
import towel from '../assets/rewards/towel.png'
import umbrella from '../assets/rewards/umbrella.png'
import { Icon } from './icon'
import './reward-picture.scss'

const pictures: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cake,
    coffee,
    eggs,
    flower,
    fruit,
    haircut,
    mug,
    oil,
    rice,
    tote,
    towel,
    umbrella,
  }),
)

interface RewardPictureProps {
  /** Its name in `assets/rewards`; a name without a drawing shows a parcel. */
  picture: string
  size: 'small' | 'card' | 'large'
}

/** A reward as we drew it, on a tint of its own. The title beside it says what it is. */
export function RewardPicture({ picture, size }: RewardPictureProps): ReactNode {
  const source = pictures.get(picture)
  return (
    <View className={`reward-picture reward-picture-${size}`} aria-hidden>
      {source ? (
        <Image className="reward-drawing" src={source} mode="aspectFill" />
      ) : (
        <Icon name="gift" size={72} />
      )}
    </View>
  )
}
