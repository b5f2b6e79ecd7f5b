import type { ReactNode } from 'react'
import { BigButton } from '../parts/button'
import { PaySteps } from '../parts/pay-steps'
import { open, routes } from '../routes'
import { payStore } from '../session/pay.store'

interface Unpaid {
  readonly redemptionId: string
  readonly rewardTitle: string
}

interface RedemptionPayProps {
  redemption: Unpaid
  /** Already on the page of this redemption: there is no way to it. */
  isHere?: boolean
  onClose(): void
}

const thingOf = ({ redemptionId }: Unpaid) =>
  ({ what: 'redemption', thingId: redemptionId }) as const

/** Opens WeChat's sheet for what was redeemed; called in a tap. */
export function payFor(redemption: Unpaid): Promise<void> {
  return payStore.getState().pay(thingOf(redemption), redemption.rewardTitle)
}

/** How its payment goes on, and the way to its code once it is paid. */
export function RedemptionPay({ redemption, isHere, onClose }: RedemptionPayProps): ReactNode {
  const { redemptionId, rewardTitle } = redemption
  const show = () => {
    payStore.getState().close()
    onClose()
    if (!isHere) open(routes.redemption, { redemptionId })
  }
  const paid = (
    <BigButton className="pay-show" onTap={show}>
      查看自提码
    </BigButton>
  )
  return <PaySteps thing={thingOf(redemption)} title={rewardTitle} paid={paid} onClose={onClose} />
}
