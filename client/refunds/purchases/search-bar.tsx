import { SEARCH_TEXT_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BigButton } from '../../parts/button'
import { FieldBox } from '../../parts/field'
import './search-bar.scss'

/** What is known of the purchase; an emptied field shows the whole list again. */
export function SearchBar({ onAsk }: { onAsk(text: string): void }): ReactNode {
  const [typed, setTyped] = useState('')
  const type = (text: string) => {
    setTyped(text)
    if (text === '') onAsk('')
  }
  return (
    <View className="purchase-search">
      <FieldBox
        className="purchase-search-text"
        label="找一笔消费"
        value={typed}
        maxLength={SEARCH_TEXT_MAX_LENGTH}
        placeholder="小票号、金额、昵称首字"
        confirmType="search"
        onChange={type}
        onConfirm={() => onAsk(typed)}
      />
      <BigButton className="purchase-search-submit" tone="quiet" onTap={() => onAsk(typed)}>
        查找
      </BigButton>
    </View>
  )
}
