import { RECEIPT_NO_MAX_LENGTH, TILL_NO_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { Sheet } from '../../parts/sheet'
import { tillStore } from '../../session/till.store'

/** The door's own bounds for both numbers. */

interface ReceiptSheetProps {
  open: boolean
  onClose(): void
}

/** With a receipt's number the same receipt is never booked twice; the till's number is kept. */
export function ReceiptSheet({ open, onClose }: ReceiptSheetProps): ReactNode {
  const till = useStore(tillStore)
  const [receiptNo, setReceiptNo] = useState(till.receiptNo)
  const [tillNo, setTillNo] = useState(till.tillNo)
  const save = () => {
    till.change({ receiptNo: plain(receiptNo), tillNo: plain(tillNo) })
    onClose()
  }
  return (
    <Sheet open={open} title="小票与收银台" onClose={onClose}>
      <Field
        name="receipt-no"
        label="小票号"
        value={receiptNo}
        placeholder="小票上的流水号"
        maxLength={RECEIPT_NO_MAX_LENGTH}
        onChange={setReceiptNo}
      />
      <Field
        name="receipt-till"
        label="收银台号"
        value={tillNo}
        placeholder="可不填，填一次会记住"
        maxLength={TILL_NO_MAX_LENGTH}
        onChange={setTillNo}
      />
      <View className="receipt-note">号码用字母、数字和短横线</View>
      <BigButton className="receipt-save" onTap={save}>
        填好了
      </BigButton>
    </Sheet>
  )
}

/** Drops what the door would refuse, such as blanks between the groups of a number. */
function plain(typed: string): string {
  return typed.replace(/[^\w-]/g, '')
}
