import { View } from '@tarojs/components'
import Taro, { useShareAppMessage } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { countText, dayText } from '../../format'
import { Notice } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { usePagedList } from '../../parts/paged-list'
import { Refused } from '../../parts/refused'
import { Row } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { ShareButton } from '../../parts/share-button'
import { routes } from '../../routes'
import {
  type InvitationRow,
  invitationPath,
  invitationStore,
  invitedStore,
  loadInvitation,
  loadInvited,
} from '../referrals.store'
import './index.scss'

type Offer = NonNullable<OutputAt<'referrals.invitation'>['offer']>

/** What an invitation brings to both and when, her own card to give, and what became of each. */
export default function InvitePage(): ReactNode {
  const { answer, refused, sending } = useStore(invitationStore)
  usePagedList(invitedStore, loadInvited)
  useEffect(() => {
    loadInvitation()
  }, [])
  useShareAppMessage(() => ({
    title: '邀您一起成为邻里会员，入会就有新人礼',
    path: answer ? invitationPath(answer.scene) : routes.join,
  }))
  return (
    <Page className="invite-page">
      {answer ? (
        answer.offer ? (
          <Invite offer={answer.offer} scene={answer.scene} />
        ) : (
          <Notice
            icon="gift"
            title="店里暂时没有邀请活动"
            text="有新活动时，这里会写明奖励和规则"
          />
        )
      ) : refused && !sending ? (
        <View className="card">
          <Refused className="invite-refused" message={refused.message} />
          <BigButton className="invite-retry" tone="quiet" onTap={loadInvitation}>
            再试一次
          </BigButton>
        </View>
      ) : (
        <Bone shape="hero" />
      )}
      <InvitedMe />
      <View className="invite-list-title">我邀请的邻居</View>
      <RowList
        list={invitedStore}
        boneCount={3}
        empty={<View className="soft invite-none">还没有邻居通过您的邀请入会</View>}
        onRetry={loadInvited}
      >
        {(row) => <Invited key={`${row.maskedName}-${row.joinedOn}`} row={row} />}
      </RowList>
    </Page>
  )
}

function Invite({ offer, scene }: { offer: Offer; scene: string }): ReactNode {
  const { gift, waitDays, monthCapCount } = offer
  return (
    <View className="card invite-card">
      <View className="soft">您和邻居各得</View>
      <View className="invite-gift figures">{gift}</View>
      <View className="invite-steps">
        <View>1. 邻居打开您的邀请，免费入会</View>
        <View>2. 邻居到店完成第一次消费</View>
        <View className="figures">3. 消费满 {waitDays} 天没有退款，奖励自动到账</View>
      </View>
      {process.env.TARO_ENV === 'h5' ? (
        <BigButton className="invite-copy" onTap={() => copyLink(scene)}>
          复制邀请链接
        </BigButton>
      ) : (
        <ShareButton className="invite-share">邀请微信好友</ShareButton>
      )}
      <View className="soft figures invite-terms">
        每月最多 {countText(monthCapCount)} 份；只转发不给奖励，自己邀请自己、互相邀请的不算
      </View>
    </View>
  )
}

/** By whom she came here herself. */
function InvitedMe(): ReactNode {
  const head = useStore(invitedStore, (state) => state.head)
  if (!head?.invitedMe) return null
  const { state, why } = head.invitedMe
  return (
    <View className="card invite-mine">
      <Row className="invited-me" title="您是邻居邀请来的" {...outcomeOf(state, why)} />
    </View>
  )
}

function Invited({ row }: { row: InvitationRow }): ReactNode {
  const { maskedName, joinedOn, state, why } = row
  const { notes, ...outcome } = outcomeOf(state, why)
  return (
    <Row
      className="invited-row"
      title={maskedName}
      notes={[`${dayText(joinedOn)}入会`, ...notes]}
      {...outcome}
    />
  )
}

const stateTexts = { pending: '等第一次消费', granted: '已到账', refused: '没有奖励' } as const
const stateTones = { pending: 'open', granted: 'gain', refused: 'plain' } as const

function outcomeOf(state: InvitationRow['state'], why: string | undefined) {
  const isHeld = state === 'pending' && why !== undefined
  const tone = stateTones[state]
  return {
    notes: why === undefined ? [] : [why],
    state: isHeld ? '核对中' : stateTexts[state],
    ...(tone === 'plain' ? {} : { stateTone: tone }),
  }
}

function copyLink(scene: string): void {
  const [page = ''] = window.location.href.split('#')
  // Whose phone this is belongs to nobody else's link.
  const data = `${page.replace(/[?&](as|groupEntry)=[\w-]*/g, '')}#${invitationPath(scene)}`
  Taro.setClipboardData({ data })
}
