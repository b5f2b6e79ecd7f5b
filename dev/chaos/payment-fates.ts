import type { PaymentParameters } from '../../shared/contract/payments'

/** What becomes of one order: what its member does, and what WeChat's notice does. */
export interface Fate {
  readonly member: 'pays' | 'paysAndCancels' | 'cancelsAndPays' | 'paysLate' | 'never'
  readonly notice: 'told' | 'doubled' | 'lost' | 'wrongAmount'
}

/** An order on its way, as its member's phone knows it. */
export interface Sheet {
  readonly who: string
  /** A reward with points and cash, or an entry of a list that is paid online. */
  readonly what: 'redemption' | 'entry'
  readonly thingId: string
  readonly orderId: string
  readonly payment: PaymentParameters
  readonly fate: Fate
}

/**
 * The shares: 20 % doubled, 10 % late, 5 % lost, 5 % of a wrong amount. Of those who pay in
 * time one in five cancels; one in ten never pays.
 */
export function drawFate(random: () => number): Fate {
  const drawn = random()
  const member =
    drawn < 0.05
      ? 'cancelsAndPays'
      : drawn < 0.1
        ? 'paysLate'
        : drawn < 0.2
          ? 'never'
          : random() < 1 / 5
            ? 'paysAndCancels'
            : 'pays'
  const told = random()
  const notice = told < 0.2 ? 'doubled' : told < 0.25 ? 'lost' : told < 0.3 ? 'wrongAmount' : 'told'
  return { member, notice }
}

/** In the words of `x-notice`: who hears a wrong amount does not hear the right one. */
export function noticeWord({ notice }: Fate): string | undefined {
  if (notice === 'told') return undefined
  return notice === 'doubled' ? 'doubled' : 'lost'
}
