import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ForStaff } from '../../session/for-staff'
import { tillStore } from '../../session/till.store'
import { ScanFirst } from '../scan-first'
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
  if (!scanned) return <ScanFirst text="扫了会员码，这里就能收款记账" />
  if (answer || putAside) return <Settled scanned={scanned} answer={answer} />
  return (
    <ForStaff className="till-page" marks={{ 'data-ticket': scanned.ticket }} full>
      {() => (
        <>
          <MemberStrip scanned={scanned} />
          <BillForm key={scanned.ticket} />
          <SettleRefused />
        </>
      )}
    </ForStaff>
  )
}
