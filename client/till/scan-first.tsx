import type { ReactNode } from 'react'
import { Notice } from '../page-state'
import { BigButton } from '../parts/button'
import { backToScan } from '../session/desk-pages'
import { ForStaff } from '../session/for-staff'

/** A page about one member, opened while nobody has been scanned. */
export function ScanFirst({ text }: { text: string }): ReactNode {
  return (
    <ForStaff className="scan-first">
      {() => (
        <Notice icon="code" title="先扫会员码" text={text}>
          <BigButton onTap={backToScan}>去扫码</BigButton>
        </Notice>
      )}
    </ForStaff>
  )
}
