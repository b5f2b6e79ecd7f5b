import { serverNow } from '../../clock'
import { readCode } from '../../parts/scanned-code'
import { routes } from '../../routes'
import { deskStore, type Scanned } from '../../session/desk.store'
import { openAtDesk } from '../../session/desk-pages'
import { nextStepOf } from '../../session/next-step'
import { pendingStore } from '../../session/pending.store'
import { type TillForm, tillStore } from '../../session/till.store'
import { isResumable, keptDraft } from '../../session/till-draft'
import { typedBillOf } from '../../session/typed-bill'

/** A code was scanned, typed or pointed at: opens the till or the hand-over that it asks for. */
export async function takeCode(text: string): Promise<boolean> {
  const code = readCode(text)
  if (code.kind === 'member') return openTill(code.memberCode)
  if (code.kind === 'pickup') {
    openAtDesk(routes.handover, { pickupCode: code.pickupCode })
    return true
  }
  deskStore
    .getState()
    .refuse(
      code.kind === 'incomplete'
        ? '会员码是 18 位数字，自提码和券码是 12 位数字，请核对后再输'
        : '这不是本店的会员码、自提码或券码',
    )
  return false
}

async function openTill(memberCode: string): Promise<boolean> {
  const scanned = await deskStore.getState().scan(memberCode)
  if (!scanned) return false
  tillStore.getState().open(scanned, resumedBill(scanned))
  openAtDesk(routes.till)
  return true
}

/**
 * What was typed for this member before her scan was good no more: on the till just now, before the
 * page was loaded anew, or on a purchase put aside that is resumed.
 */
function resumedBill(scanned: Scanned): Partial<Pick<TillForm, 'typed' | 'receiptNo'>> {
  const { maskedName } = scanned
  const till = tillStore.getState()
  const trouble = till.answer || till.putAside ? null : (till.refused ?? till.quoteTrouble)
  const wasTooOld = trouble !== null && nextStepOf(trouble.code) === 'rescan'
  if (wasTooOld && till.scanned?.maskedName === maskedName) return typedIn(till)
  const draft = till.isRestored ? keptDraft() : null
  if (draft && isResumable(draft, scanned, serverNow())) return typedIn(draft)
  const { resumed } = pendingStore.getState()
  if (resumed?.maskedName !== maskedName) return {}
  return { typed: typedBillOf(resumed.input), receiptNo: resumed.input.receiptNo ?? '' }
}

function typedIn({ typed, receiptNo }: Pick<TillForm, 'typed' | 'receiptNo'>) {
  return { typed, receiptNo }
}
