import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { inGroups } from '../../format'
import { Avatar } from '../../parts/avatar'
import { RevealSheet } from '../../parts/reveal-sheet'
import { LinkRow } from '../../parts/row'
import { open, routes } from '../../routes'
import type { ShownMember } from '../member.store'
import { originText } from '../member-words'

/** Who she is. What she told the shop alone is shown one at a time, for a reason. */
export function HeadCard({ member }: { member: ShownMember }): ReactNode {
  const [revealing, setRevealing] = useState(false)
  const { memberNumber, nickname, tags, hasPhone, hasBirthday } = member
  const told = [...(hasPhone ? ['手机'] : []), ...(hasBirthday ? ['生日'] : [])]
  return (
    <View className="card member-head-card">
      <View className="member-head">
        <Avatar avatar={member.avatar} size="large" />
        <View className="member-head-words">
          <View className="member-name">{nickname}</View>
          <View className="soft figures">
            {inGroups(memberNumber).join(' ')}
            {member.tier ? ` · ${member.tier.title}` : ''}
          </View>
          <View className="soft figures">{originText(member)}</View>
        </View>
      </View>
      <LinkRow
        className="member-tags"
        title="标签"
        note={tags.length > 0 ? tags.map(({ tag }) => tag).join('、') : '还没有'}
        onOpen={() => open(routes.account, { memberNumber })}
      />
      {told.length > 0 ? (
        <LinkRow
          className="member-private"
          title="资料"
          note={`填过${told.join('、')}`}
          onOpen={() => setRevealing(true)}
        />
      ) : (
        <View className="soft member-untold">没有填写手机和生日</View>
      )}
      {revealing && (
        <RevealSheet name={nickname} whose={{ memberNumber }} onClose={() => setRevealing(false)} />
      )}
    </View>
  )
}
