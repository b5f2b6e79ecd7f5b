import { COMMUNITY_RULES_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { useDidShow, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { LongText } from '../../parts/long-text'
import { Refused } from '../../parts/refused'
import { refusedText } from '../../parts/refused-text'
import { goBack } from '../../routes'
import { ForCommunityOwners } from '../../session/for-community'
import { loadMine, type MyCommunity, mineStore, saveRulesStore } from '../community.store'
import './index.scss'

/** What members accept when they first come by the group's card. `?communityId=` says whose. */
export default function CommunityRulesPage(): ReactNode {
  const { communityId = '' } = useRouter().params
  const shown = useStore(mineStore)
  const answer = useStore(saveRulesStore, (saving) => saving.answer)
  useDidShow(() => {
    loadMine()
  })
  useUnload(() => saveRulesStore.getState().close())
  return (
    <ForCommunityOwners className="community-rules">
      {() =>
        answer ? (
          <Saved answer={answer} />
        ) : (
          <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={loadMine}>
            {({ communities }) => {
              const community = communities.find((one) => one.communityId === communityId)
              return community ? <RulesForm community={community} /> : <NoCommunity />
            }}
          </PageState>
        )
      }
    </ForCommunityOwners>
  )
}

/** What the shop suggests: it says what the page of rules has to. */
const SUGGESTED = [
  '1. 本群是本店顾客的邻里群，请友善交流。',
  '2. 每天 9:00–21:00 可以发布团购和福利消息，其他时间请勿刷屏。',
  '3. 群友之间的私下交易请自行核实，风险自担。',
].join('\n')

function RulesForm({ community }: { community: MyCommunity }): ReactNode {
  const { communityId, name, rulesVersion, rulesText } = community
  const { sending, refused, open, send } = useStore(saveRulesStore)
  const [text, setText] = useState(rulesText ?? SUGGESTED)
  const save = () => {
    open({ communityId, text: text.trim() })
    send()
  }
  const isHeld = community.isRulesHeld
  const isSame = text.trim() === (rulesText ?? '').trim()
  const isEmpty = text.trim() === ''
  return (
    <>
      <View className="rules-head">
        <View className="rules-name one-line">{name}</View>
        <View className="soft">
          {rulesVersion === 0
            ? '先看看这份草稿，改成您群里的规矩'
            : `现在是第 ${rulesVersion} 版。发布新的一版，群友下次进来会再看一次`}
        </View>
      </View>
      {isHeld && (
        <View className="rules-held">您改的一版还在等店长审核；再发一版，就以新的为准</View>
      )}
      <LongText
        name="rules-text"
        label="群规"
        value={text}
        placeholder="例如：什么时候可以发广告、私下交易风险自担"
        maxLength={COMMUNITY_RULES_MAX_LENGTH}
        onChange={setText}
      />
      <Refused className="rules-refused" message={refused ? refusedText(refused) : null} />
      <BigButton className="rules-save" busy={sending} disabled={isSame || isEmpty} onTap={save}>
        {isSame && !isEmpty ? '没有改动' : '发布群规'}
      </BigButton>
      <View className="soft rules-note">
        不能用分享、邀请、发朋友圈换好处；平台不允许，也请不要这样写
      </View>
    </>
  )
}

function Saved({ answer }: { answer: OutputAt<'communities.saveRules'> }): ReactNode {
  const { version, isHeld } = answer
  return (
    <Notice
      icon={isHeld ? 'notice' : 'check'}
      title={isHeld ? '店长看过就会发布' : `群规第 ${version} 版已发布`}
      text={
        isHeld
          ? '内容检测拿不准，已经交给店长。在这之前，群友看到的还是现在这一版'
          : '群友下次从群里进来，会先看到它，同意一次就好'
      }
    >
      <BigButton className="rules-done" onTap={() => goBack()}>
        好的
      </BigButton>
    </Notice>
  )
}

function NoCommunity(): ReactNode {
  return <Notice icon="member" title="这个社群不由您负责" text="如有疑问，请联系店长" />
}
