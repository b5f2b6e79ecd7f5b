import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type RuleList = OutputAt<'gifts.rules'>
export type RuleRow = RuleList['rules'][number]
export type RuleFields = NonNullable<RuleRow['published']> | NonNullable<RuleRow['draft']>

export const rulesStore = createReading('gifts.rules')
export const saveStore = createSubmission('gifts.saveRule')
export const publishStore = createSubmission('gifts.publishRule')

/** The coupons that a gift may hold are those that were published. */
export const couponsStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('coupons.templates', cursor ? { cursor } : {}),
    rowsOf: (page) =>
      page.templates.flatMap(({ templateId, published }) =>
        published ? [{ templateId, title: published.title }] : [],
      ),
  },
  {},
)
/** A shop with more kinds of coupon than this has lost count itself. */
const MOST_COUPON_PAGES = 10

export function loadRules(): Promise<void> {
  return rulesStore.getState().load({})
}

/** All of them: a rule names its coupons wherever they stand in the list. */
export async function loadCoupons(): Promise<void> {
  await couponsStore.getState().load({})
  for (let page = 1; page < MOST_COUPON_PAGES; page += 1) {
    if (couponsStore.getState().nextCursor === null) return
    await couponsStore.getState().more()
  }
}

/** What somebody is about to change, else what is in force. */
export function viewOf({ draft, published }: RuleRow): RuleFields | null {
  return draft ?? published
}
