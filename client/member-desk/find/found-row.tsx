import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayText, inGroups } from '../../format'
import { Avatar } from '../../parts/avatar'
import { Icon } from '../../parts/icon'
import { open, routes } from '../../routes'
import type { FoundMember } from '../found.store'
import { foundText } from '../member-words'

/** One who may be meant, told apart by her number and her day of joining; a tap opens her page. */
export function FoundRow({ member }: { member: FoundMember }): ReactNode {
  const { memberNumber, nickname, avatar, joinedOn } = member
  const found = foundText(member)
  return (
    <View
      className="found-member"
      role="button"
      hoverClass="touched"
      onClick={() => open(routes.member, { memberNumber })}
    >
      <Avatar avatar={avatar} />
      <View className="found-member-words">
        <View className="found-member-name one-line">{nickname}</View>
        <View className="soft figures">
          {inGroups(memberNumber).join(' ')} · {dayText(joinedOn)}入会
        </View>
        {found !== '' && <View className="soft figures">{found}</View>}
      </View>
      <Icon name="arrow" size={32} />
    </View>
  )
}
