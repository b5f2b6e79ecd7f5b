import type { coupons } from '../../shared/contract/coupons'
import { type CouponTemplate, validDatesOf } from '../../shared/coupons/coupon'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { membersBy } from '../members/repository'
import type { UseCase } from '../runtime/context'
import { recorded } from '../runtime/once'
import { managesStore } from '../runtime/roles'
import { workingTime } from '../runtime/working-time'
import { batchOf, insertBatchAlone, readBatch } from './batches-in-transaction'
import { issuePages } from './issue-pages'
import { publishedTemplate } from './templates'

/** What a phone waits for; the sweeper does the rest. */
const MAX_WORK_MS = 10_000
/** A membership that was merged into one that was merged … */
const MAX_MERGES = 5

/**
 * Gives a coupon to each of some members. The batch stands before the first coupon, and each
 * coupon's key is the batch's and the member's: a run that was killed goes on by the same request
 * or by the sweeper, and nobody gets two. What is meant for a merged membership goes to where that
 * went. Refuses TEMPLATE_NOT_FOUND, COUPON_EXPIRED for dates that are over, MEMBER_NOT_FOUND with
 * the place of the first whom nobody knows, and SELF_SERVICE: nobody gives to herself, nor to what
 * was merged into her. All of that before anything is written.
 */
export const issueCoupons: UseCase<typeof coupons.issue> = async (input, context) => {
  const { requestKey: batchId, staff, shop, now, todayOn } = context
  const { templateId, memberIds, reason } = input
  const meaning = { templateId, memberIds: memberIds.join(' '), reason }
  const asked = { meaning, find: () => readBatch(batchId) }
  const outcome = await recorded<{ batchId: string }>(context, asked, async ({ hash }) => {
    const template = await templateNow(templateId, todayOn)
    if (!template.ok) return template
    const recipients = await recipientsOf(memberIds)
    if (!recipients.ok) return recipients
    if (recipients.value.includes(context.memberId)) return refuse('SELF_SERVICE')
    const managed = shop.stores.filter(({ storeId }) => managesStore(staff, storeId))
    const batch = batchOf({
      ...{ batchId, kind: 'issue', template: template.value, reason },
      ...{ authorId: staff._id, authorName: staff.displayName, at: now, issuedOn: todayOn },
      storeIds: managed.map(({ storeId }) => storeId),
      memberIds: recipients.value,
    })
    const answer = { batchId }
    const inserted = await insertBatchAlone({ ...batch, request: { hash, answer } })
    return inserted.ok ? accept(answer) : inserted
  })
  if (outcome.ok) await issuePages(batchId, workingTime(MAX_WORK_MS))
  return outcome
}

async function templateNow(templateId: string, todayOn: string): Promise<Outcome<CouponTemplate>> {
  const template = await publishedTemplate(templateId)
  if (!template) return refuse('TEMPLATE_NOT_FOUND', { field: 'templateId' })
  const { expiresOn } = validDatesOf(todayOn, template)
  return expiresOn < todayOn ? refuse('COUPON_EXPIRED', { expiresOn }) : accept(template)
}

/** Whose they are by now, each once. */
async function recipientsOf(memberIds: readonly string[]): Promise<Outcome<readonly string[]>> {
  const known = new Map<string, string>()
  let unread = [...new Set(memberIds)]
  for (let round = 0; unread.length > 0 && round < MAX_MERGES; round += 1) {
    const found = await membersBy('_id', unread)
    for (const { _id, mergedInto } of found) known.set(_id, mergedInto?.memberId ?? _id)
    unread = found.flatMap(({ mergedInto }) => mergedInto?.memberId ?? [])
  }
  const recipients: string[] = []
  for (const [place, memberId] of memberIds.entries()) {
    const last = endOf(memberId, known)
    if (last === null) return refuse('MEMBER_NOT_FOUND', { field: `memberIds.${place}` })
    recipients.push(last)
  }
  return accept([...new Set(recipients)])
}

function endOf(memberId: string, known: ReadonlyMap<string, string>): string | null {
  let at = memberId
  for (let step = 0; step <= MAX_MERGES; step += 1) {
    const next = known.get(at)
    if (next === undefined) return null
    if (next === at) return at
    at = next
  }
  return null
}
