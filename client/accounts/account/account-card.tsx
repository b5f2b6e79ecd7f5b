import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, dayText, inGroups, sentenceText } from '../../format'
import { Avatar } from '../../parts/avatar'
import { Line } from '../../parts/line'
import type { MemberAccount } from '../account.store'

interface AccountCardProps {
  account: MemberAccount
  memberNumber: string
}

/** What she has, what is on its way, what she owes, and whether it can be spent. */
export function AccountCard({ account, memberNumber }: AccountCardProps): ReactNode {
  const { balancePoints, debtPoints, pendingPoints, frozen } = account
  return (
    <View className="card account-card">
      <View className="account-head">
        <Avatar avatar={account.avatar} />
        <View className="account-names">
          <View className="account-name one-line">{account.maskedName}</View>
          <View className="soft figures">
            {inGroups(memberNumber).join(' ')} · {dayText(account.joinedOn)}入会
          </View>
        </View>
      </View>
      {frozen && (
        <View className="account-frozen" role="alert">
          {dayText(frozen.on)}起暂停使用，原因：{frozen.reason}
        </View>
      )}
      <View className="soft">可用积分</View>
      <View className="account-balance figures">{countText(balancePoints)}</View>
      {debtPoints > 0 && <Line label="欠积分" value={`${countText(debtPoints)} 分`} strong />}
      {account.debts.map(({ sentence }) => (
        <View key={sentence} className="soft account-debt">
          {sentenceText(sentence)}
        </View>
      ))}
      {pendingPoints > 0 && <Line label="待到账" value={`${countText(pendingPoints)} 分`} />}
      {account.pending.map(({ points, releasesOn, storeName }) => (
        <Line
          key={`${releasesOn} ${storeName} ${points}`}
          label={`${dayText(releasesOn)}到账`}
          value={`${countText(points)} 分`}
        />
      ))}
      {account.expiries.map(({ points, expiresOn }) => (
        <Line
          key={expiresOn}
          label={`${dayText(expiresOn)}到期`}
          value={`${countText(points)} 分`}
        />
      ))}
    </View>
  )
}
