import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice } from '../../page-state'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { backToScan } from '../../session/desk-pages'
import { tillStore } from '../till.store'
import { BillForm } from './bill-form'
import { useKeyboard } from './keyboard'
import { MemberStrip } from './member-strip'
import { SettleRefused } from './settle-refused'
import { Settled } from './settled'
import './index.scss'

/** One member at the till: the amount, what is paid, the points, one confirmation. */
export default function TillPage(): ReactNode {
  useKeyboard()
  const { scanned, answer, putAside } = useStore(tillStore)
  if (!scanned) {
    return (
      <Page>
        <Notice icon="code" title="先扫会员码" text="扫了会员码，这里就能收款记账">
          <BigButton onTap={backToScan}>去扫码</BigButton>
        </Notice>
      </Page>
    )
  }
  if (answer || putAside) return <Settled scanned={scanned} answer={answer} />
  return (
    <View className="till-page" data-ticket={scanned.ticket}>
      <MemberStrip scanned={scanned} />
      <BillForm key={scanned.ticket} />
      <SettleRefused />
    </View>
  )
}
