import { SEARCH_TEXT_MAX_LENGTH } from '@shared/limits'
import { visibleText } from '@shared/members/search-text'
import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { hasCamera, scanWithCamera } from '../../parts/camera'
import { FieldBox } from '../../parts/field'
import { memberNumberIn } from '../../parts/member-number'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { clearFound, find, foundStore } from '../found.store'
import { FoundRow } from './found-row'
import './index.scss'

/** Who is meant: by whatever is known of her. */
export default function FindMemberPage(): ReactNode {
  const [asked, setAsked] = useState('')
  const ask = (text: string) => {
    setAsked(text)
    find(text)
  }
  useUnload(clearFound)
  return (
    <ForManagers className="find-member-page">
      {() => (
        <>
          <SearchCard onAsk={ask} />
          {asked === '' ? <Hint /> : <Found onRetry={() => ask(asked)} />}
        </>
      )}
    </ForManagers>
  )
}

function SearchCard({ onAsk }: { onAsk(text: string): void }): ReactNode {
  const loading = useStore(foundStore, (found) => found.loading)
  const [typed, setTyped] = useState('')
  const isNothing = visibleText(typed) === ''
  const ask = () => {
    if (!isNothing && !loading) onAsk(typed)
  }
  const scan = async () => {
    const memberNumber = memberNumberIn((await scanWithCamera()) ?? '')
    // Her code says who she is: there is nobody to choose from.
    if (memberNumber) open(routes.member, { memberNumber })
  }
  return (
    <View className="card find-member-card">
      <FieldBox
        className="find-member-text"
        label="昵称、手机号、会员号或小票号"
        value={typed}
        maxLength={SEARCH_TEXT_MAX_LENGTH}
        placeholder="昵称、手机号、会员号、小票号"
        confirmType="search"
        onChange={setTyped}
        onConfirm={ask}
      />
      <BigButton className="find-member-submit" busy={loading} disabled={isNothing} onTap={ask}>
        查找
      </BigButton>
      {hasCamera && (
        <BigButton className="find-member-scan" tone="quiet" onTap={scan}>
          扫会员码
        </BigButton>
      )}
    </View>
  )
}

function Hint(): ReactNode {
  return (
    <Notice
      icon="member"
      title="想找哪位会员？"
      text="昵称写一部分就行，手机号要写全；每次查找都会留下记录"
    />
  )
}

function Found({ onRetry }: { onRetry(): void }): ReactNode {
  const shown = useStore(foundStore)
  if (shown.data === null && shown.trouble?.code === 'LOOKUPS_USED') {
    return <Notice icon="notice" title="今天先到这里" text={shown.trouble.message} />
  }
  return (
    <PageState shown={shown} skeleton={<Bones shape="row" count={3} />} onRetry={onRetry}>
      {({ members, isMore }) =>
        members.length === 0 ? (
          <Notice
            icon="member"
            title="没有找到"
            text="换个写法试试：昵称的一两个字、完整的手机号、会员码的前 8 位、小票号"
          />
        ) : (
          <>
            <View className="card rows found-members">
              {members.map((member) => (
                <FoundRow key={member.memberNumber} member={member} />
              ))}
            </View>
            {isMore && <View className="soft found-more">还有同名的会员，多写几个字再找</View>}
          </>
        )
      }
    </PageState>
  )
}
