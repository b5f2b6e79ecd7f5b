import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { countText, yuanText } from '../../format'
import { stepRowsOf } from '../../parts/bill-steps'
import { BigButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { deskStore, type Scanned } from '../../session/desk.store'
import { backToScan } from '../../session/desk-pages'
import { ForStaff } from '../../session/for-staff'
import './settled.scss'

interface SettledProps {
  scanned: Scanned
  /** Null: there was no network, and the purchase was put aside. */
  answer: OutputAt<'purchases.settle'> | null
}

/** Done: what was paid, what was earned, and on to the next member. */
export function Settled({ scanned, answer }: SettledProps): ReactNode {
  const next = () => {
    deskStore.getState().askNext(true)
    backToScan()
  }
  return (
    <ForStaff className="settled-page">
      {() => (
        <>
          {answer ? <Booked answer={answer} /> : <PutAside maskedName={scanned.maskedName} />}
          <BigButton className="settle-next" onTap={next}>
            下一位
          </BigButton>
        </>
      )}
    </ForStaff>
  )
}

function Booked({ answer }: { answer: OutputAt<'purchases.settle'> }): ReactNode {
  const { purchaseId, maskedName, earnedPoints, debtRepaidPoints } = answer
  return (
    <View className="settled" data-purchase={purchaseId}>
      <View className="settled-seal">
        <Icon name="check" size={72} />
      </View>
      <View className="settled-title">已记账</View>
      <View className="settled-points figures">
        <Text className="settled-plus">+{countText(earnedPoints)}</Text>
        <Text className="settled-unit">积分</Text>
      </View>
      <View className="card settled-card figures">
        <Line label="会员" value={maskedName} />
        <Payments answer={answer} />
        {debtRepaidPoints > 0 && <Line label="先补上欠积分" value={countText(debtRepaidPoints)} />}
        <Line label="现有积分" value={countText(answer.balancePoints)} />
        {answer.bookedWith.map(({ label, value }) => (
          <Line key={label} label={label} value={value} />
        ))}
      </View>
    </View>
  )
}

/** Each step from the goods to the money; a bill that is paid as it is needs one line. */
function Payments({ answer }: { answer: OutputAt<'purchases.settle'> }): ReactNode {
  const { billFen, excludedFen, paidFen, paidPoints, steps } = answer
  const rows = stepRowsOf(steps, paidPoints)
  return (
    <>
      {rows.map(({ key, label, value }) => (
        <Line key={key} label={label} value={value} />
      ))}
      {excludedFen > 0 && rows.length === 0 && (
        <Line label="消费金额" value={`¥${yuanText(billFen)}`} />
      )}
      {excludedFen > 0 && <Line label="其中不计积分" value={`¥${yuanText(excludedFen)}`} />}
      <Line label="实收" value={`¥${yuanText(paidFen)}`} />
    </>
  )
}

function PutAside({ maskedName }: { maskedName: string }): ReactNode {
  return (
    <View className="settled settled-aside">
      <View className="settled-seal settled-seal-waiting">
        <Icon name="offline" size={72} />
      </View>
      <View className="settled-title">先记下了，待确认</View>
      <View className="settled-note">
        网络不通，{maskedName} 的这笔还没有入账。联网后自动提交，同一笔不会记两次。
      </View>
    </View>
  )
}

function Line({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <View className="settled-line">
      <Text className="settled-label">{label}</Text>
      <Text>{value}</Text>
    </View>
  )
}
