import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { dayText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { ForManagers } from '../../session/for-managers'
import {
  decideInvitationStore,
  type HeldInvitation,
  heldInvitationsStore,
  loadHeldInvitations,
} from '../invitations.store'
import '../held/index.scss'
import { DecideSheet, type Verdict } from './decide-sheet'

interface Chosen {
  readonly row: HeldInvitation
  readonly verdict: Verdict
}

/** Invitations that look like one person on both sides: a manager looks, then both hear. */
export default function HeldInvitationsPage(): ReactNode {
  const shown = useStore(heldInvitationsStore)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  useDidShow(() => {
    loadHeldInvitations()
  })
  usePullDownRefresh(() => {
    loadHeldInvitations().then(() => Taro.stopPullDownRefresh())
  })
  useUnload(() => decideInvitationStore.getState().close())
  return (
    <ForManagers className="held-invitations">
      {() => (
        <>
          <PageState
            shown={shown}
            skeleton={<Bones shape="row" count={3} />}
            onRetry={loadHeldInvitations}
          >
            {({ invitations }) =>
              invitations.length === 0 ? (
                <Notice
                  icon="check"
                  title="没有等着核对的邀请"
                  text="互相邀请、同一个手机号、同一张小票的，会先停在这里，您核对后才发奖励"
                />
              ) : (
                invitations.map((row) => (
                  <HeldCard
                    key={row.invitationId}
                    row={row}
                    onDecide={(verdict) => setChosen({ row, verdict })}
                  />
                ))
              )
            }
          </PageState>
          {chosen && <DecideSheet {...chosen} onClose={() => setChosen(null)} />}
        </>
      )}
    </ForManagers>
  )
}

interface HeldCardProps {
  row: HeldInvitation
  onDecide(verdict: Verdict): void
}

function HeldCard({ row, onDecide }: HeldCardProps): ReactNode {
  const { inviterName, invitedName, joinedOn, why } = row
  return (
    <View className="card held-card">
      <View className="held-kind">
        {inviterName} 邀请了 {invitedName}
      </View>
      <View className="held-text">{why}</View>
      <View className="soft figures">{dayText(joinedOn)}入会</View>
      <View className="held-steps">
        <BigButton className="held-reject" tone="quiet" onTap={() => onDecide('refuse')}>
          不给奖励
        </BigButton>
        <BigButton className="held-approve" tone="quiet" onTap={() => onDecide('clear')}>
          发放奖励
        </BigButton>
      </View>
    </View>
  )
}
