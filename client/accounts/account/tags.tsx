import { TAG_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { dayText } from '../../format'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { Refused } from '../../parts/refused'
import { type MemberAccount, setTag, tagStore } from '../account.store'

interface TagsProps {
  account: MemberAccount
  memberNumber: string
}

/** What managers wrote on her: gifts may be for those with a tag. A tap on one takes it off. */
export function Tags({ account, memberNumber }: TagsProps): ReactNode {
  const { sending, refused } = useStore(tagStore)
  const [typed, setTyped] = useState('')
  const tag = typed.trim()
  const add = async () => {
    await setTag({ memberNumber, tag, isOn: true })
    if (tagStore.getState().refused === null) setTyped('')
  }
  return (
    <View className="card account-tags">
      <View className="account-tags-title">标签</View>
      {account.tags.length === 0 && (
        <View className="soft">还没有标签。送礼规则可以只送给有某个标签的会员</View>
      )}
      {account.tags.map(({ tag: name, byName, on }) => (
        <View className="account-tag" key={name}>
          <View className="account-tag-words">
            <View className="one-line">{name}</View>
            <View className="soft figures one-line">
              {byName} · {dayText(on)}
            </View>
          </View>
          <View
            className="account-tag-off"
            role="button"
            hoverClass="touched"
            onClick={() => setTag({ memberNumber, tag: name, isOn: false })}
          >
            去掉
          </View>
        </View>
      ))}
      <Field
        name="tag"
        label="新标签"
        value={typed}
        placeholder="如：老邻居、素食"
        maxLength={TAG_MAX_LENGTH}
        onChange={setTyped}
      />
      <Refused className="tag-refused" message={refused?.message} />
      <BigButton
        className="account-tag-add"
        tone="quiet"
        busy={sending}
        disabled={tag === ''}
        onTap={add}
      >
        加上标签
      </BigButton>
    </View>
  )
}
