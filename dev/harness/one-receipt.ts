/** One paper receipt, brought by any way in and however it is spelled. */
import { createHmac } from 'node:crypto'
import { tillSecret } from '../shop-variables'
import { importsOf } from './import-under-test'
import { clerk, type ShopUnderTest } from './shop-under-test'

export const waysIn = ['till', 'forgotten', 'file', 'tillSystem'] as const
export type WayIn = (typeof waysIn)[number]

/** What is typed of a receipt; without a number only at the till. */
export interface Spelling {
  readonly receiptNo?: string
  readonly tillNo?: string
  readonly billFen: number
  /** The date that is typed; the till itself takes today. */
  readonly on: string
  readonly repeatConfirmed?: boolean
}

export interface Shopper {
  readonly who: string
  readonly memberNumber: string
}

/** `booked`, or why not: the refusal's code, or the row's reason. */
export type Brought = string

export function receiptsOf(shop: ShopUnderTest) {
  const imports = importsOf(shop)
  const typedOf = ({ receiptNo, tillNo, billFen, repeatConfirmed }: Spelling) => ({
    billFen,
    ...(receiptNo ? { receiptNo } : {}),
    ...(tillNo ? { tillNo } : {}),
    ...(repeatConfirmed ? { repeatConfirmed } : {}),
  })
  const rowOf = ({ memberNumber }: Shopper, { on, receiptNo, tillNo, billFen }: Spelling) => ({
    ...{ store: 'east', date: on, till: tillNo ?? '', receipt: receiptNo ?? '' },
    ...{ member: memberNumber, amount: (billFen / 100).toFixed(2) },
  })
  return {
    till: async ({ who }: Shopper, paper: Spelling): Promise<Brought> => {
      const input = { memberCode: await shop.codeOf(who), ...typedOf(paper) }
      const { answer } = await shop.callPatiently('purchases.settle', { as: clerk, input })
      return answer.ok ? 'booked' : answer.code
    },
    forgotten: async ({ who }: Shopper, paper: Spelling): Promise<Brought> => {
      const { on: receiptOn, receiptNo = '' } = paper
      const shown = { memberCode: await shop.codeOf(who), receiptOn }
      const input = { ...shown, ...typedOf(paper), receiptNo }
      const { answer } = await shop.callPatiently('purchases.bookForgotten', { as: clerk, input })
      return answer.ok ? 'booked' : answer.code
    },
    file: async (shopper: Shopper, paper: Spelling): Promise<Brought> => {
      const { store, date, till, receipt, member, amount } = rowOf(shopper, paper)
      const another = paper.repeatConfirmed ? '是' : ''
      const cells = [store, date, till, receipt, member, amount, another].join(',')
      const text = `门店,日期,收银台,小票号,会员号,实收金额,另一笔\n${cells}`
      const { jobId, done } = await imports.run('purchases', text)
      const [problem] = await imports.problems(jobId)
      return problem?.reason ?? (done.bookedCount > 0 ? 'booked' : 'there')
    },
    tillSystem: async (shopper: Shopper, paper: Spelling): Promise<Brought> => {
      const body = JSON.stringify({ rows: [rowOf(shopper, paper)] })
      const time = String(shop.nowMs())
      const signature = createHmac('sha256', tillSecret).update(`${time}.${body}`).digest('hex')
      const headers = { 'X-Huilin-Time': time, 'X-Huilin-Signature': signature }
      const event = { path: '/till', httpMethod: 'POST', headers, body }
      const { answer } = await shop.send('imports', event, {})
      // Parse edge: what the access service answers; another shape fails the story.
      const { ok, value } = answer as {
        ok: boolean
        value: { bookedCount: number; problems: { reason: string }[] }
      }
      if (!ok) return JSON.stringify(answer)
      return value.problems[0]?.reason ?? (value.bookedCount > 0 ? 'booked' : 'there')
    },
    newShopper: async (): Promise<Shopper & { memberId: string }> => {
      const { who, memberId } = await shop.newMember()
      return { who, memberId, memberNumber: await shop.numberOf(who) }
    },
  } satisfies Record<WayIn | 'newShopper', unknown>
}
