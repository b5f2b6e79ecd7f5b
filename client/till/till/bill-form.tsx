import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { routes } from '../../routes'
import { openAtDesk } from '../../session/desk-pages'
import { tillStore } from '../../session/till.store'
import { billPartsOf, hasLines } from '../../session/typed-bill'
import { Amounts, Lines } from './amounts'
import { CouponLine } from './coupon-line'
import { CouponSheet } from './coupon-sheet'
import { Keypad } from './keypad'
import { PointsSheet, pointsLabelOf } from './points-sheet'
import { ReceiptSheet } from './receipt-sheet'
import { RoundOff } from './round-off'
import { StepsSheet } from './steps-sheet'
import { Summary } from './summary'

type OpenSheet = 'coupon' | 'points' | 'receipt' | 'steps' | null

/** The amount and what may go with it; the keys and the one confirmation stay at the bottom. */
export function BillForm(): ReactNode {
  const [sheet, setSheet] = useState<OpenSheet>(null)
  const close = () => setSheet(null)
  const isByLines = useStore(tillStore, ({ typed }) => hasLines(typed))
  return (
    <>
      {/* Lines may be more than a screen holds: only one sum can stay above the keys. */}
      <View className={isByLines ? '' : 'till-bill'}>
        <Amounts />
        <Lines />
        <Summary onSteps={() => setSheet('steps')} />
        <RoundOff />
        <CouponLine onOpen={() => setSheet('coupon')} />
        <Options onOpen={setSheet} />
      </View>
      <Keypad />
      <CouponSheet open={sheet === 'coupon'} onClose={close} />
      <PointsSheet open={sheet === 'points'} onClose={close} />
      <ReceiptSheet open={sheet === 'receipt'} onClose={close} />
      <StepsSheet open={sheet === 'steps'} onClose={close} />
    </>
  )
}

interface OptionsProps {
  onOpen(sheet: OpenSheet): void
}

function Options({ onOpen }: OptionsProps): ReactNode {
  const till = useStore(tillStore)
  const { receiptNo, typed, change, proposal, quote } = till
  const pointsLabel = pointsLabelOf(till)
  return (
    <View className="till-options">
      {pointsLabel !== null && (
        <Option
          name="till-with-points"
          label={pointsLabel}
          chosen={proposal !== null}
          {...(proposal || quote ? { onTap: () => onOpen('points') } : {})}
        />
      )}
      <Option
        name="till-excluded"
        label="不计积分"
        chosen={(billPartsOf(typed)?.excludedFen ?? 0) > 0}
        onTap={() => (hasLines(typed) ? openAtDesk(routes.bill) : change({ field: 'excluded' }))}
      />
      <Option
        name="till-receipt"
        label={receiptNo ? `小票 ${receiptNo}` : '小票号'}
        chosen={receiptNo !== ''}
        onTap={() => onOpen('receipt')}
      />
    </View>
  )
}

interface OptionProps {
  name: string
  label: string
  chosen: boolean
  /** Absent: there is nothing to choose. */
  onTap?(): void
}

function Option({ name, label, chosen, onTap }: OptionProps): ReactNode {
  const state = chosen ? 'till-option-on' : onTap ? '' : 'till-option-off'
  return (
    <View
      className={`till-option ${name} ${state}`}
      hoverClass={onTap ? 'touched' : 'none'}
      role="button"
      onClick={() => onTap?.()}
    >
      <View className="one-line">{label}</View>
    </View>
  )
}
