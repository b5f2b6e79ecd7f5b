import { closingCsv } from '@shared/closings/closing-csv'
import { View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { dayText, momentText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { saveFile } from '../../parts/save-file'
import { ForManagers } from '../../session/for-managers'
import { OurCard } from '../closing/our-card'
import { SignedCard } from '../closing/signed-card'
import type { DayClosing, SignedClosing } from '../closing.store'
import { tillName } from '../closing-words'
import { closingRecordStore, openClosingRecord } from '../closings.store'
import './index.scss'

/** One signed day of a till, and its file. `?storeId=…&businessOn=…&tillNo=…` say which. */
export default function ClosingRecordPage(): ReactNode {
  const { storeId = '', businessOn = '', tillNo = '' } = useRouter().params
  const shown = useStore(closingRecordStore)
  const load = () => openClosingRecord({ storeId, businessOn, tillNo })
  useDidShow(() => {
    load()
  })
  return (
    <ForManagers className="closing-record-page">
      {() => (
        <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={load}>
          {(day) => (day.signed ? <Record day={day} signed={day.signed} /> : <NotSigned />)}
        </PageState>
      )}
    </ForManagers>
  )
}

interface RecordProps {
  day: DayClosing
  signed: SignedClosing
}

function Record({ day, signed }: RecordProps): ReactNode {
  const { storeName, tillNo, businessOn } = day
  const save = async () => {
    const { signedAt, ...figures } = signed
    const named = { storeName, tillName: tillName(tillNo), businessOn }
    const csv = closingCsv({ ...figures, ...named, signedAtText: momentText(signedAt) })
    await saveFile(`日结-${storeName}-${tillName(tillNo)}-${businessOn}.csv`, csv)
    Taro.showToast({ title: '已导出', icon: 'success' })
  }
  return (
    <>
      <View className="closing-record-head">
        <View className="closing-record-day figures">{dayText(businessOn)}</View>
        <View className="soft">
          {storeName} · {tillName(tillNo)}
        </View>
      </View>
      <OurCard day={day} />
      <SignedCard signed={signed} />
      <BigButton className="closing-export" tone="quiet" onTap={save}>
        导出表格（CSV）
      </BigButton>
    </>
  )
}

function NotSigned(): ReactNode {
  return <Notice icon="store" title="这一天没有日结记录" text="请从“以往的日结”里重新打开" />
}
