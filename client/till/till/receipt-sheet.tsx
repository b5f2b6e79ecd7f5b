import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { Sheet } from '../../parts/sheet'
import { tillStore } from '../../session/till.store'
import { receiptIn } from '../receipt-typing'

/** 40 figures, and the blanks or the words that are copied with them. */
const TYPED_MAX_LENGTH = 64

interface ReceiptSheetProps {
  open: boolean
  onClose(): void
}

/** With a receipt's number the same receipt is never booked twice; the till's number is kept. */
export function ReceiptSheet({ open, onClose }: ReceiptSheetProps): ReactNode {
  const till = useStore(tillStore)
  const [receiptNo, setReceiptNo] = useState(till.receiptNo)
  const [tillNo, setTillNo] = useState(till.tillNo)
  const receipt = receiptIn({ receiptNo, tillNo })
  const save = () => {
    if (receipt === null) return
    till.change(receipt)
    onClose()
  }
  return (
    <Sheet open={open} title="小票与收银台" onClose={onClose}>
      <Field
        name="receipt-no"
        label="小票号"
        value={receiptNo}
        placeholder="小票上的流水号"
        reads="receiptNo"
        maxLength={TYPED_MAX_LENGTH}
        onChange={setReceiptNo}
      />
      <Field
        name="receipt-till"
        label="收银台号"
        value={tillNo}
        placeholder="可不填，填一次会记住"
        reads="tillNo"
        onChange={setTillNo}
      />
      <View className="receipt-note">号码用字母、数字和短横线</View>
      <BigButton className="receipt-save" disabled={receipt === null} onTap={save}>
        填好了
      </BigButton>
    </Sheet>
  )
}
