import { View } from '@tarojs/components'
import { useLoad } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { serverNow } from '../../clock'
import { dayOf, yuanText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { Line } from '../../parts/line'
import { MonthTurn } from '../../parts/month-turn'
import { ForCommunityDesk } from '../../session/for-community'
import { type Statement, statementStore } from '../statement.store'
import './index.scss'

/** A month of her lists: what she has in hand − her commission = what she owes the shop. */
export default function StatementPage(): ReactNode {
  const [month, setMonth] = useState(() => dayOf(serverNow()).slice(0, 7))
  const shown = useStore(statementStore)
  const load = (of: string) => statementStore.getState().load({ month: of })
  useLoad(() => {
    statementStore.setState(statementStore.getInitialState())
    load(month)
  })
  const turn = (to: string) => {
    setMonth(to)
    statementStore.setState({ data: null })
    load(to)
  }
  return (
    <ForCommunityDesk className="list-statement">
      {() => (
        <>
          <MonthTurn
            month={month}
            isInReach={(other) => other <= dayOf(serverNow()).slice(0, 7)}
            onTurn={turn}
          />
          <PageState
            shown={shown}
            skeleton={<Bones shape="row" count={6} />}
            onRetry={() => load(month)}
          >
            {(statement) => <Month statement={statement} />}
          </PageState>
        </>
      )}
    </ForCommunityDesk>
  )
}

function Month({ statement }: { statement: Statement }): ReactNode {
  const { lists } = statement
  if (lists.length === 0) {
    return <Notice icon="lists" title="这个月没有结算的接龙" text="换个月份看看" />
  }
  return (
    <>
      <View className="card">
        <View className="owed">
          <View className="soft">{owedWords(statement)}</View>
          <View className="owed-sum figures">¥{yuanText(Math.abs(statement.owedFen))}</View>
        </View>
        <SumLines sums={statement} />
      </View>
      {lists.map((list) => (
        <View key={list.listId} className="card statement-list">
          <View className="statement-title">{list.title}</View>
          <SumLines sums={list} />
          <Line label={owedWords(list)} value={`¥${yuanText(Math.abs(list.owedFen))}`} strong />
        </View>
      ))}
      <View className="soft statement-note">
        佣金按收到、没有退的算。您手里的减去佣金，就是应交的；不够减的，店里给您。
      </View>
    </>
  )
}

type Sums = Pick<
  Statement,
  'collectedFen' | 'refundedFen' | 'commissionFen' | 'heldFen' | 'owedFen'
>

function owedWords({ owedFen }: Sums): string {
  return owedFen < 0 ? '店里给您' : '应交给店里'
}

/** What came in, where it is, and her share: the last two make what is owed. */
function SumLines({ sums }: { sums: Sums }): ReactNode {
  const { collectedFen, refundedFen, commissionFen, heldFen } = sums
  return (
    <>
      <Line label="一共收款" value={`¥${yuanText(collectedFen)}`} />
      {refundedFen > 0 && <Line label="退给邻居" value={`¥${yuanText(refundedFen)}`} />}
      <Line label="在店里的" value={`¥${yuanText(collectedFen - refundedFen - heldFen)}`} />
      <Line label="在您手里的" value={`¥${yuanText(heldFen)}`} />
      <Line label="佣金" value={`¥${yuanText(commissionFen)}`} />
    </>
  )
}
