import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { countText, dayText, sentenceText, shortDay } from '../../format'
import { Icon } from '../../parts/icon'
import { open, routes } from '../../routes'
import type { History } from '../points.store'

const EXPIRIES_SHOWN_FIRST = 3

/** The balance, and what makes it up: debt and why, what is coming, until when each part lives. */
export function BalanceCard({ history }: { history: History }): ReactNode {
  const { balancePoints } = history
  return (
    <View className="card balance-card">
      <View className="balance-head">
        <View>
          <View className="soft">可用积分</View>
          <View className="balance-points figures">{countText(balancePoints)}</View>
        </View>
        <View
          className="balance-why"
          hoverClass="touched"
          role="button"
          onClick={() => open(routes.pointsChange)}
        >
          积分变动
          <Icon name="arrow" size={32} />
        </View>
      </View>
      <Troubles history={history} />
      <Expiries history={history} />
      <Coming history={history} />
    </View>
  )
}

/** What keeps her from spending: a freeze, or a debt with the refunds that made it. */
function Troubles({ history: { frozen, debtPoints, debts } }: { history: History }): ReactNode {
  return (
    <>
      {frozen && (
        <View className="balance-trouble balance-frozen">
          <View className="balance-trouble-title">积分暂停使用 · {shortDay(frozen.on)}起</View>
          <View>{sentenceText(frozen.sentence)}</View>
        </View>
      )}
      {debtPoints > 0 && (
        <View className="balance-trouble balance-debt">
          <View className="balance-trouble-title figures">
            欠 {countText(debtPoints)} 积分，之后获得的会先补上
          </View>
          {(debts ?? []).map(({ sentence }) => (
            <View key={sentence} className="figures">
              {sentenceText(sentence)}
            </View>
          ))}
        </View>
      )}
    </>
  )
}

/** All dates on which parts of the balance end; how long a bar is says how large the part is. */
function Expiries({ history: { expiries, balancePoints } }: { history: History }): ReactNode {
  const [unfolded, setUnfolded] = useState(false)
  if (expiries.length === 0) return null
  const folded = !unfolded && expiries.length > EXPIRIES_SHOWN_FIRST
  return (
    <View className="holdings">
      {(folded ? expiries.slice(0, EXPIRIES_SHOWN_FIRST) : expiries).map((expiry) => (
        <View key={expiry.expiresOn} className="expiry figures">
          <View className="holding">
            <View className="holding-words">{dayText(expiry.expiresOn)}到期</View>
            <View>{countText(expiry.points)} 分</View>
          </View>
          <View className="expiry-bar">
            <View className="expiry-share" style={{ flexGrow: expiry.points }} />
            <View style={{ flexGrow: balancePoints - expiry.points }} />
          </View>
        </View>
      ))}
      {folded && (
        <View
          className="holdings-all"
          hoverClass="touched"
          role="button"
          onClick={() => setUnfolded(true)}
        >
          查看全部 {expiries.length} 个到期日
          <Icon name="arrow" size={32} />
        </View>
      )}
    </View>
  )
}

/** What is on its way, and when it comes. */
function Coming({ history }: { history: History }): ReactNode {
  const { pending, pendingPoints } = history
  if (pendingPoints === 0) return null
  // Two purchases of one day may be told in the same words.
  const rows = (pending ?? []).map(({ sentence }, place) => ({ sentence, place }))
  return (
    <View className="holdings">
      <View className="coming-title figures">另有 {countText(pendingPoints)} 积分待到账</View>
      {rows.map(({ sentence, place }) => (
        <View key={place} className="coming figures">
          {sentenceText(sentence)}
        </View>
      ))}
    </View>
  )
}
