import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { countText, yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { Refused } from '../../parts/refused'
import { Sheet } from '../../parts/sheet'
import { useServerNow } from '../../session/use-server-now'
import { codeStore } from '../code.store'
import { answerProposal, proposalStore } from '../proposal.store'
import './proposal-sheet.scss'

type Proposal = NonNullable<OutputAt<'members.code'>['proposal']>

/** Rises when staff want to take points off the bill: nothing is spent without her yes. */
export function ProposalSheet(): ReactNode {
  const proposal = useStore(codeStore, (codes) => codes.data?.proposal ?? null)
  const now = useServerNow(1_000)
  if (proposal?.state !== 'waiting' || now >= proposal.untilAt) return null
  return (
    <Sheet open title={`${proposal.storeName}请您确认`}>
      <Asked proposal={proposal} />
    </Sheet>
  )
}

function Asked({ proposal }: { proposal: Proposal }): ReactNode {
  const { proposalId, points, offFen, billFen, payableFen } = proposal
  const { sending, refused } = useStore(proposalStore)
  const answer = (agrees: boolean) => {
    answerProposal(proposalId, agrees)
  }
  return (
    <>
      <View className="proposal-words">
        用 <Text className="proposal-figure figures">{countText(points)}</Text> 积分抵{' '}
        <Text className="proposal-figure figures">{yuanText(offFen)}</Text> 元
      </View>
      <View className="proposal-row">
        <Text className="soft">账单</Text>
        <Text className="figures">¥{yuanText(billFen)}</Text>
      </View>
      <View className="proposal-row">
        <Text className="soft">还付</Text>
        <Text className="figures">¥{yuanText(payableFen)}</Text>
      </View>
      <Refused className="proposal-refused" message={refused?.message} />
      <BigButton className="proposal-yes" busy={sending} onTap={() => answer(true)}>
        确认
      </BigButton>
      <BigButton className="proposal-no" tone="quiet" busy={sending} onTap={() => answer(false)}>
        不用
      </BigButton>
    </>
  )
}

/** Her yes stands until the till has used it, and she may take it back. */
export function ProposalConfirmed({ proposal }: { proposal: Proposal | null }): ReactNode {
  if (proposal?.state !== 'confirmed') return null
  const { proposalId, points, offFen } = proposal
  return (
    <View className="card proposal-confirmed">
      <View className="proposal-confirmed-words figures">
        已确认用 {countText(points)} 积分抵 {yuanText(offFen)} 元，等店员收款
      </View>
      <View
        className="proposal-back"
        role="button"
        hoverClass="touched"
        onClick={() => answerProposal(proposalId, false)}
      >
        不用了
      </View>
    </View>
  )
}
