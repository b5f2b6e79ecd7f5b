import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { isServerTimeKnown } from '../../clock'
import { ForStaff } from '../../session/for-staff'
import { tillStore } from '../../session/till.store'
import { useServerNow } from '../../session/use-server-now'
import { useOwnCoupons } from '../own-coupons'
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
  useOwnCoupons()
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
          <TicketWatch untilAt={scanned.ticketUntilAt} />
        </>
      )}
    </ForStaff>
  )
}

/** Says that the scan has grown too old when it does, not when all is typed. */
function TicketWatch({ untilAt }: { untilAt: number }): ReactNode {
  const now = useServerNow(1_000)
  const isOver = isServerTimeKnown() && now >= untilAt
  useEffect(() => {
    if (isOver) tillStore.getState().noteTicketOver()
  }, [isOver])
  return null
}
