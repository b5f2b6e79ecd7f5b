import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { BigButton } from '../../parts/button'
import { goBack } from '../../routes'
import { beginPaste } from '../paste.store'

/** What was taken, and who could not be, with the reason of each. */
export function Result({ answer }: { answer: OutputAt<'lists.takeText'> }): ReactNode {
  const { taken, refused } = answer
  const count = (seen: (typeof taken)[number]['seen']) =>
    taken.filter((entry) => entry.seen === seen).length
  return (
    <>
      <View className="card paste-result">
        <View className="card-title figures">收下了 {count('new') + count('changed')} 行</View>
        <View className="soft figures">
          新的 {count('new')} 行，改过的 {count('changed')} 行
        </View>
      </View>
      {refused.length > 0 && (
        <View className="card">
          <View className="card-title figures">没有收成 {refused.length} 行</View>
          {refused.map(({ number, name, message }) => (
            <View key={`${number}-${name}`} className="read-line">
              <View className="read-words">
                <View className="read-name">{name}</View>
                <View className="paste-why">{message}</View>
              </View>
            </View>
          ))}
        </View>
      )}
      <BigButton className="paste-done" onTap={() => goBack()}>
        回到接龙
      </BigButton>
      <View className="doubt-skip">
        <BigButton className="paste-more" tone="quiet" onTap={beginPaste}>
          再贴一份
        </BigButton>
      </View>
    </>
  )
}
