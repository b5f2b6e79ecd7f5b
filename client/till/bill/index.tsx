import { MAX_PURCHASE_LINES } from '@shared/limits'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText, yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { goBack, openPages } from '../../routes'
import { backToScan } from '../../session/desk-pages'
import { ForStaff } from '../../session/for-staff'
import { tillStore } from '../../session/till.store'
import {
  billFenOf,
  type TypedBill,
  troubleOf,
  withChangedLine,
  withLine,
  withoutLine,
} from '../../session/typed-bill'
import { categoriesOf, payableFenOf } from '../coupon-choice'
import { ScanFirst } from '../scan-first'
import { BillLine } from './bill-line'
import './index.scss'

/** The bill of the member at the till, line by line, and freight; the till goes on with it. */
export default function BillPage(): ReactNode {
  const { scanned, answer } = useStore(tillStore)
  if (!scanned || answer) return <ScanFirst text="扫了会员码，这里就能逐项录入" />
  return (
    <ForStaff className="bill-page">
      {() => (
        <>
          <Lines />
          <Freight />
          <Foot />
        </>
      )}
    </ForStaff>
  )
}

function Lines(): ReactNode {
  const typed = useStore(tillStore, (till) => till.typed)
  const categories = categoriesOf(useStore(tillStore, (till) => till.scanned))
  /** Where the next amount is typed without another tap. */
  const [newest, setNewest] = useState(-1)
  const { lines } = typed
  const add = () => {
    const next = withLine(typed)
    setNewest(next.lines.length - 1)
    put(next)
  }
  return (
    <View className="card bill-lines">
      <View className="card-title">逐项录入</View>
      {lines.length === 0 && (
        <View className="soft bill-why">一行一样，以后可以逐项退款；不逐项录就空着。</View>
      )}
      {lines.map((line, position) => (
        <BillLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone.
          key={position}
          line={line}
          lineNo={position + 1}
          isNewest={position === newest}
          categories={categories}
          onChange={(part) => put(withChangedLine(typed, position, part))}
          onDrop={() => put(withoutLine(typed, position))}
        />
      ))}
      {lines.length < MAX_PURCHASE_LINES ? (
        <View className="bill-add" hoverClass="touched" role="button" onClick={add}>
          ＋ 加一行
        </View>
      ) : (
        <View className="soft bill-why">一笔最多 {MAX_PURCHASE_LINES} 行，其余请另记一笔。</View>
      )}
    </View>
  )
}

function Freight(): ReactNode {
  const typed = useStore(tillStore, (till) => till.typed)
  return (
    <View className="card bill-freight-card">
      <Field
        name="bill-freight"
        reads="money"
        label="运费"
        value={typed.freight}
        placeholder="多少元，没有就空着"
        onChange={(freight) => put({ ...typed, freight })}
      />
      <View className="soft">运费另收，不计积分；只有运费券能减运费。</View>
    </View>
  )
}

/** The figures of the till, so that nobody has to go back to see them. */
function Foot(): ReactNode {
  const till = useStore(tillStore)
  const { typed, quote, quoting, quoteTrouble } = till
  const trouble = troubleOf(typed)
  const [billFen, payableFen] = [billFenOf(typed), payableFenOf(till)]
  const known = quote !== null && !quoting
  return (
    <View className="bill-foot">
      {trouble !== null ? (
        <View className="bill-trouble" role="alert">
          {trouble}
        </View>
      ) : (
        billFen !== null &&
        payableFen !== null && (
          <View className="bill-sum figures">
            <View>
              <Text className="bill-payable">应收 ¥{yuanText(payableFen)}</Text>
              <Text className="bill-goods">商品 ¥{yuanText(billFen)}</Text>
            </View>
            <Text className={known ? 'bill-points' : 'bill-points bill-points-waiting'}>
              {known ? `得 ${countText(quote.earnPoints)} 积分` : quoteTrouble ? '' : '正在计算…'}
            </Text>
          </View>
        )
      )}
      <BigButton className="bill-done" disabled={trouble !== null} onTap={backToTill}>
        填好了，去收款
      </BigButton>
    </View>
  )
}

function put(typed: TypedBill): void {
  tillStore.getState().change({ typed, field: 'bill' })
}

function backToTill(): void {
  if (openPages().length > 1) goBack()
  else backToScan()
}
