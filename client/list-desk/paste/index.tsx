import { LIST_TEXT_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { useLoad, useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { LongText } from '../../parts/long-text'
import { Refused } from '../../parts/refused'
import { ForCommunityDesk } from '../../session/for-community'
import { type OwnedShown, shownStore } from '../owned.store'
import {
  beginPaste,
  openDoubt,
  pasteStore,
  readText,
  takeTextStore,
  typeText,
} from '../paste.store'
import { Doubt } from './doubt'
import './index.scss'
import { Result } from './result'
import { Taken } from './taken'

/** A group's own 接龙 becomes entries: read, doubts asked one by one, then taken. `?listId=` */
export default function PastePage(): ReactNode {
  const { listId = '' } = useRouter().params
  const shown = useStore(shownStore)
  const reload = () => shownStore.getState().load({ listId })
  useLoad(() => {
    beginPaste()
    shownStore.setState(shownStore.getInitialState())
    reload()
  })
  return (
    <ForCommunityDesk className="list-paste">
      {() => (
        <PageState shown={shown} skeleton={<Bones shape="row" count={4} />} onRetry={reload}>
          {(list) => <Paste list={list} />}
        </PageState>
      )}
    </ForCommunityDesk>
  )
}

function Paste({ list }: { list: OwnedShown }): ReactNode {
  const paste = useStore(pasteStore)
  const answer = useStore(takeTextStore, (state) => state.answer)
  if (answer) return <Result answer={answer} />
  if (paste.read === null) return <Typing listId={list.listId} />
  const doubt = openDoubt(paste)
  if (doubt) {
    const { length } = paste.read.doubts
    return (
      <Doubt
        key={paste.answers.length}
        doubt={doubt}
        place={`${paste.answers.length + 1} / ${length}`}
        items={list.items}
      />
    )
  }
  return <Taken list={list} read={paste.read} />
}

function Typing({ listId }: { listId: string }): ReactNode {
  const { text, reading, refused } = useStore(pasteStore)
  return (
    <>
      <View className="paste-hint soft">
        在群里长按接龙消息，复制，粘贴到这里。再贴一份新的也没关系：已经收过的不会重复，只加新来的、改了的。
      </View>
      <LongText
        name="paste-text"
        label="接龙文本"
        value={text}
        placeholder={'#接龙\n1. 王姐 草莓2盒\n2. 小李 草莓1盒'}
        maxLength={LIST_TEXT_MAX_LENGTH}
        onChange={typeText}
      />
      <Refused className="paste-refused" message={refused} />
      <BigButton
        className="paste-read"
        busy={reading}
        disabled={text.trim() === ''}
        onTap={() => readText(listId)}
      >
        读出来
      </BigButton>
    </>
  )
}
