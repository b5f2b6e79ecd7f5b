import { type RefusalCode, refusalSentences } from '@shared/refusal'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { api, type InputAt } from '../api'
import { keep, kept } from '../cache'
import { serverNow } from '../clock'
import { yuanText } from '../format'
import { pressed } from '../parts/amount'
import { newRequestId } from '../request-id'
import type { Refused } from '../submission'
import { deskStore, type Scanned } from './desk.store'
import { nextStepOf } from './next-step'
import { pendingStore } from './pending.store'
import { draftOf, keepDraft, keptDraft } from './till-draft'
import { cleared, type Till, type TillForm } from './till-state'
import { billPartsOf, freightFenOf, hasLines } from './typed-bill'

export type { AmountField, Proposal, Till, TillForm } from './till-state'

const QUOTE_PAUSE_MS = 350
/** The next shopper waits: what has no answer by then is put aside and sent later. */
const PATIENCE_MS = 12_000
const TILL_KEPT_AS = 'till-no'

export const tillStore = createStore<Till>((set, get, store) => ({
  ...cleared,
  scanned: null,
  requestId: '',
  ...draftOf(keptDraft()),
  isRestored: keptDraft() !== null,
  tillNo: kept<string>(TILL_KEPT_AS) ?? '',
  open(scanned, typed = {}) {
    const refused = scanned.codeUsed ? refusedAs('CODE_USED') : null
    set({ ...cleared, ...typed, scanned, refused, requestId: newRequestId() })
    scheduleQuote(store)
  },
  press(key) {
    const { typed, field } = get()
    if (hasLines(typed)) return
    get().change({ typed: { ...typed, [field]: pressed(typed[field], key) } })
  },
  change(part) {
    if (get().sending || get().answer) return
    if (part.tillNo !== undefined) keep(TILL_KEPT_AS, part.tillNo)
    const another = anotherBill(part)
    set({ ...another, ...part, refused: null })
    if (another) scheduleQuote(store)
  },
  dropPickup(pickupCode) {
    const { scanned } = get()
    if (!scanned) return
    const waitingPickups = scanned.waitingPickups.filter((each) => each.pickupCode !== pickupCode)
    // The prompt counted it; what else it said staff have read.
    set({ scanned: { ...scanned, waitingPickups, prompt: '' } })
  },
  dropLines(gone) {
    const { scanned } = get()
    if (!scanned) return
    const isGone = ({ entryId, itemId }: Scanned['waitingLines'][number]) =>
      gone.some((line) => line.entryId === entryId && line.itemId === itemId)
    const waitingLines = scanned.waitingLines.filter((line) => !isGone(line))
    set({ scanned: { ...scanned, waitingLines, prompt: '' } })
  },
  noteReceived({ balancePoints, debtRepaidPoints }) {
    const { scanned } = get()
    if (!scanned) return
    const debtPoints = scanned.debtPoints - debtRepaidPoints
    set({ scanned: { ...scanned, balancePoints, debtPoints } })
    scheduleQuote(store)
  },
  setProposal(proposal) {
    set({ proposal, refused: null })
    scheduleQuote(store)
  },
  look: () => scheduleQuote(store),
  noteTicketOver() {
    if (!isUnderWay(get())) set({ refused: refusedAs('TICKET_EXPIRED') })
  },
  settle: (repeatConfirmed = false) => settle(store, repeatConfirmed),
  dismiss() {
    set({ refused: null })
  },
}))

tillStore.subscribe((till) => {
  keepDraft(till.answer || till.putAside ? null : draftOf(till))
})

/** What falls when staff change the bill, or only its 抹零; null where its figures stay. */
function anotherBill(part: Partial<TillForm>): Partial<Till> | null {
  const isOtherGoods = part.typed !== undefined || part.couponIds !== undefined
  if (!isOtherGoods && part.roundOffFen === undefined) return null
  // The member has said yes to one bill: for another one she is asked again.
  return { proposal: null, ...(isOtherGoods ? { roundOffFen: 0 } : {}) }
}

/** What is known without asking the server, in the words that it would say. */
function refusedAs(code: RefusalCode): Refused {
  return { code, message: refusalSentences[code], detail: {} }
}

/** A thing at its exchange price is among the coupons that were taken. */
export function takesThing({ scanned, couponIds }: Pick<Till, 'scanned' | 'couponIds'>): boolean {
  const coupons = scanned?.coupons ?? []
  return coupons.some(({ couponId, kind }) => kind === 'exchange' && couponIds.includes(couponId))
}

/** The bill as the endpoints take it; null while no amount is typed. */
export function billInputOf(till: Till): InputAt<'purchases.quote'> | null {
  const parts = billPartsOf(till.typed, takesThing(till))
  if (!till.scanned || !parts) return null
  return {
    ticket: till.scanned.ticket,
    storeId: till.scanned.storeId,
    ...parts,
    ...(till.couponIds.length > 0 ? { couponIds: [...till.couponIds] } : {}),
    ...(till.roundOffFen > 0 ? { roundOffFen: till.roundOffFen } : {}),
    ...(till.receiptNo ? { receiptNo: till.receiptNo } : {}),
    ...(till.tillNo ? { tillNo: till.tillNo } : {}),
  }
}

/** With the points that the member has confirmed, so that the figures are those of the settle. */
function quoteInputOf(till: Till): InputAt<'purchases.quote'> | null {
  const input = billInputOf(till)
  const points = isConfirmed(till) ? till.proposal?.points : undefined
  return input && points !== undefined ? { ...input, paidPoints: points } : input
}

export function isConfirmed({ proposal }: Pick<Till, 'proposal'>): boolean {
  return proposal?.state === 'confirmed'
}

let quoteTimer: ReturnType<typeof setTimeout> | undefined
let newestQuote = 0

/** Waits until the typing pauses; what was quoted for another amount is not shown any more. */
function scheduleQuote(store: StoreApi<Till>): void {
  clearTimeout(quoteTimer)
  newestQuote += 1
  const mine = newestQuote
  const input = quoteInputOf(store.getState())
  store.setState({ quoting: input !== null, quoteTrouble: null, ...(input ? {} : { quote: null }) })
  if (!input) return
  quoteTimer = setTimeout(async () => {
    const reply = await api.call('purchases.quote', input)
    if (mine !== newestQuote) return
    if (reply.ok) store.setState({ quote: reply.value, quoting: false })
    else if (isUnderWay(store.getState())) store.setState({ quoting: false })
    else {
      const quoteTrouble = { code: reply.code, message: reply.message }
      store.setState({ quote: null, quoting: false, quoteTrouble })
      // What only another scan puts right is told now, not when all is typed and 收款 is pressed.
      const isOver = nextStepOf(reply.code) === 'rescan'
      if (isOver) store.setState({ refused: { ...quoteTrouble, detail: {} } })
    }
  }, QUOTE_PAUSE_MS)
}

/** Of a bill that is being booked the booking tells: its own code is a used one by then. */
function isUnderWay({ sending, answer, putAside }: Till): boolean {
  return sending || answer !== null || putAside
}

const noAnswer = {
  code: 'OFFLINE',
  message: '网络不通，还不知道这笔有没有记上。请再试一次，同一笔不会记两次',
} as const

async function settle(store: StoreApi<Till>, repeatConfirmed: boolean): Promise<void> {
  const { scanned, requestId } = store.getState()
  const bill = billInputOf(store.getState())
  const { proposal, typed } = store.getState()
  if (!scanned || !bill || isUnderWay(store.getState()) || proposal?.state === 'waiting') return
  store.setState({ sending: true, refused: null })
  const input = {
    ...bill,
    ...(repeatConfirmed ? { repeatConfirmed } : {}),
    ...(proposal ? { proposalId: proposal.proposalId } : {}),
  }
  const reply = await api.call('purchases.settle', input, { requestId, patienceMs: PATIENCE_MS })
  if (reply.ok) {
    pendingStore.getState().endResumed(scanned.maskedName)
    store.setState({ sending: false, answer: reply.value })
    const { paidFen, earnedPoints } = reply.value
    remember(scanned, `¥${yuanText(paidFen)}，得 ${earnedPoints} 积分`)
  } else if (reply.code === 'OFFLINE' && proposal) {
    // Her yes is good for minutes only: such a purchase cannot wait for the network.
    store.setState({ sending: false, refused: { ...noAnswer, detail: {} } })
  } else if (reply.code === 'OFFLINE') {
    const { maskedName } = scanned
    pendingStore.getState().endResumed(maskedName)
    pendingStore.getState().add({ requestId, input, maskedName, typedAt: serverNow() })
    store.setState({ sending: false, putAside: true })
    const dueFen = bill.billFen + freightFenOf(typed)
    remember(scanned, `¥${yuanText(dueFen)}，待确认`)
  } else {
    const refused = { code: reply.code, message: reply.message, detail: reply.detail ?? {} }
    store.setState({ sending: false, refused })
  }
}

function remember({ ticket, maskedName }: Scanned, text: string): void {
  deskStore.getState().remember({ key: ticket, title: maskedName, text })
}
