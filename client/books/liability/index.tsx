import { worthFenOf } from '@shared/audit/liability'
import type { Period, PeriodName } from '@shared/audit/report-period'
import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { dayText, yuanText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Refused } from '../../parts/refused'
import { saveFile } from '../../parts/save-file'
import { Segments } from '../../parts/segments'
import { ForManagers } from '../../session/for-managers'
import { fileOf, type LiabilityReport, liabilityStore } from '../books.store'
import './index.scss'
import { LiabilityLines } from './lines'
import { StoreClearing, StoreShares } from './store-shares'
import { WaitingOpenings } from './waiting'

const periods = [
  { value: 'month', label: '本月' },
  { value: 'lastMonth', label: '上月' },
  { value: 'year', label: '近一年' },
] as const satisfies readonly { value: PeriodName; label: string }[]

/** What the shop owes its members in points, in a month or a year, and its worth. */
export default function LiabilityPage(): ReactNode {
  const [period, setPeriod] = useState<PeriodName>('month')
  const shown = useStore(liabilityStore)
  const load = (name: PeriodName) => liabilityStore.getState().load({ period: name })
  const choose = (name: PeriodName) => {
    setPeriod(name)
    load(name)
  }
  useDidShow(() => {
    load(period)
  })
  return (
    <ForManagers className="liability-page">
      {() => (
        <>
          <Segments choices={periods} chosen={period} onChoose={choose} />
          <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={() => load(period)}>
            {(report) =>
              report.firstOn === null ? <Nothing report={report} /> : <Report report={report} />
            }
          </PageState>
        </>
      )}
    </ForManagers>
  )
}

function Nothing({ report }: { report: LiabilityReport }): ReactNode {
  return (
    <>
      <Notice
        icon="points"
        title="这段时间还没有账平证书"
        text="每天换日后出具前一天的证书，负债由证书里的数字汇总而成"
      />
      <WaitingOpenings report={report} />
    </>
  )
}

function Report({ report }: { report: LiabilityReport }): ReactNode {
  const { closing, fenPerHundredPoints, fromOn, untilOn, firstOn, lastOn } = report
  const worth = worthFenOf(closing.balancePoints, fenPerHundredPoints)
  return (
    <>
      <View className="card">
        <View className="soft">期末积分折合</View>
        <View className="liability-worth figures">¥{yuanText(worth)}</View>
        <View className="soft figures">
          {dayText(firstOn ?? fromOn)}至{dayText(lastOn ?? untilOn)}
        </View>
        <View className="soft figures">每 100 分折 ¥{yuanText(fenPerHundredPoints)}</View>
      </View>
      <LiabilityLines report={report} />
      <WaitingOpenings report={report} />
      <StoreShares report={report} />
      <StoreClearing report={report} />
      <Export period={{ fromOn, untilOn }} />
    </>
  )
}

function Export({ period }: { period: Period }): ReactNode {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const send = async () => {
    setBusy(true)
    const file = await fileOf(period)
    setBusy(false)
    setTrouble('message' in file ? file.message : '')
    if ('message' in file) return
    await saveFile(file.fileName, file.csv)
    Taro.showToast({ title: '已导出', icon: 'success' })
  }
  return (
    <>
      <Refused className="liability-trouble" message={trouble} />
      <BigButton className="liability-export" tone="quiet" busy={busy} onTap={send}>
        导出表格（CSV）
      </BigButton>
    </>
  )
}
