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

/** A month of her lists: collected − refunds − commission = what she owes the shop. */
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
            {(statement) => <Sums statement={statement} />}
          </PageState>
        </>
      )}
    </ForCommunityDesk>
  )
}

function Sums({ statement }: { statement: Statement }): ReactNode {
  const { lists, collectedFen, refundedFen, commissionFen, owedFen } = statement
  if (lists.length === 0) {
    return <Notice icon="lists" title="这个月没有结算的接龙" text="换个月份看看" />
  }
  return (
    <>
      <View className="card">
        <View className="owed">
          <View className="soft">{owedFen < 0 ? '店里要给您' : '应交给店里'}</View>
          <View className="owed-sum figures">¥{yuanText(Math.abs(owedFen))}</View>
        </View>
        <Line label="收款" value={`¥${yuanText(collectedFen)}`} />
        <Line label="退款" value={`−¥${yuanText(refundedFen)}`} />
        <Line label="佣金" value={`−¥${yuanText(commissionFen)}`} />
      </View>
      {lists.map((list) => (
        <View key={list.listId} className="card statement-list">
          <View className="statement-title">{list.title}</View>
          <Line label="收款" value={`¥${yuanText(list.collectedFen)}`} />
          {list.refundedFen > 0 && <Line label="退款" value={`−¥${yuanText(list.refundedFen)}`} />}
          <Line label="佣金" value={`−¥${yuanText(list.commissionFen)}`} />
          <Line
            label={list.owedFen < 0 ? '店里给您' : '应交'}
            value={`¥${yuanText(Math.abs(list.owedFen))}`}
            strong
          />
        </View>
      ))}
      <View className="soft statement-note">
        佣金只算收到、没有退的；自提时付和微信支付的钱在店里，店里只给您佣金。
      </View>
    </>
  )
}
