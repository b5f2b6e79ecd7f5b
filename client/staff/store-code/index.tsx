import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { inGroups, shortDay } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { QrPicture } from '../../parts/code-picture'
import { StorePicker } from '../../parts/store-picker'
import { ForStaff } from '../../session/for-staff'
import { useServerNow } from '../../session/use-server-now'
import { loadStoreCode, storeCodeStore } from '../store-code.store'
import './index.scss'

const SECOND_MS = 1_000

/** What the store shows on this day, on the phone of who serves or printed out. */
export default function StoreCodePage(): ReactNode {
  const shown = useStore(storeCodeStore)
  const isChosen = shown.trouble?.code !== 'STORE_REQUIRED'
  useDidShow(() => {
    loadStoreCode()
  })
  usePullDownRefresh(() => {
    loadStoreCode().then(() => Taro.stopPullDownRefresh())
  })
  return (
    <ForStaff className="store-code-page">
      {(me) => (
        <>
          <StorePicker stores={me.stores} onChosen={loadStoreCode} />
          {isChosen ? (
            <PageState shown={shown} skeleton={<Bone shape="code" />} onRetry={loadStoreCode}>
              {(code) => <DayCode code={code} />}
            </PageState>
          ) : (
            <Notice icon="store" title="先选门店" text="每家门店每天有自己的签到码" />
          )}
        </>
      )}
    </ForStaff>
  )
}

function DayCode({ code }: { code: OutputAt<'checkin.storeCode'> }): ReactNode {
  const { storeName, on, untilAt, storeCode, visitCount } = code
  const isOver = useServerNow(SECOND_MS) >= untilAt
  useEffect(() => {
    if (isOver) loadStoreCode()
  }, [isOver])
  return (
    <>
      <View className="store-code-card">
        <View className="store-code-store one-line">{storeName}</View>
        <View className="store-code-day figures">{shortDay(on)}签到码</View>
        <View className="store-code-qr">
          <QrPicture text={storeCode} label={`${storeName}${shortDay(on)}的签到码`} />
        </View>
        <View className="store-code-digits figures">{inGroups(storeCode).join(' ')}</View>
      </View>
      <View className="soft store-code-words">
        请会员在“每日签到”里扫这个码，或输入这 8 位数字。当天有效，零点换新的。
      </View>
      <View className="card store-code-count figures">今天到店签到 {visitCount} 人</View>
    </>
  )
}
