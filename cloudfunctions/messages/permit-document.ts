/** The ledger of permits: one document for each member and template, spent by test-and-set. */
import { afterAnswer, type PermitAnswer, type Permits } from '../../shared/messages/permit'
import { type TemplateKey, templateIdOf, walletKeyOf } from '../../shared/messages/template'
import type { Shop } from '../../shared/rules/shop'
import {
  changeIf,
  command,
  countWhere,
  findWhere,
  type Stored,
  type Transaction,
} from '../runtime/database'

export interface PermitDocument extends Permits {
  readonly memberId: string
  readonly templateKey: TemplateKey
  /** For which template of the console they were given: with another one they are void. */
  readonly templateId: string | null
  /** Whom the platform knows her as; it is told to nobody but the platform. */
  readonly openid: string
  /** While one is on its way no other is sent, so that nothing follows a refusal. */
  readonly busyUntilAt: number
}
export type PermitBook = Stored<PermitDocument>

type Templates = Pick<Shop, 'messageTemplates'>

/** Longer than a function lives: whoever holds it after that is dead. */
const BUSY_MS = 70_000
/** A condition names at most a hundred values. */
const PART_VALUES = 100

/** Which book a message of this key is paid from, and by which template it goes out. */
export function bookKeyOf({ messageTemplates }: Templates, key: TemplateKey) {
  const templateId = templateIdOf(messageTemplates, key)
  return { templateKey: walletKeyOf(messageTemplates, key), templateId }
}

export function permitIdOf(memberId: string, templateKey: TemplateKey): string {
  return `${memberId}:${templateKey}`
}

/** All that a member has answered so far. */
export function permitsOf(memberId: string): Promise<PermitBook[]> {
  return findWhere<PermitDocument>('message_permits', { memberId }, { limit: PART_VALUES })
}

/** The books of these ids that exist. */
export async function permitBooks(ids: readonly string[]): Promise<Map<string, PermitBook>> {
  const books = new Map<string, PermitBook>()
  for (let from = 0; from < ids.length; from += PART_VALUES) {
    const part = { _id: command.in(ids.slice(from, from + PART_VALUES)) }
    const limits = { limit: PART_VALUES }
    for (const book of await findWhere<PermitDocument>('message_permits', part, limits)) {
      books.set(book._id, book)
    }
  }
  return books
}

/** What is left for a template as it is chosen now. */
export function leftIn(book: PermitDocument | undefined, templateId: string | null): number {
  return book && book.templateId === templateId ? book.leftCount : 0
}

interface Answered extends Pick<PermitDocument, 'memberId' | 'openid'> {
  readonly templateKey: TemplateKey
  readonly templateId: string | null
  readonly answer: PermitAnswer
  readonly now: number
}

/** Counts one answer in the transaction that takes down all of them; answers what is left then. */
export async function countAnswer(tx: Transaction, answered: Answered): Promise<number> {
  const { memberId, openid, templateKey, templateId, answer, now } = answered
  const _id = permitIdOf(memberId, templateKey)
  const book = await tx.get<PermitDocument>('message_permits', _id)
  const { refusedAt = null, busyUntilAt = 0 } = book ?? {}
  const before = { leftCount: leftIn(book ?? undefined, templateId), refusedAt }
  const after = afterAnswer(before, answer, now)
  const whose = { memberId, openid, templateKey, templateId, busyUntilAt }
  await tx.put('message_permits', { _id, ...whose, ...after })
  return after.leftCount
}

/** Spends one, unless none is left or another is on its way: one test-and-set. */
export function takePermit({ _id, templateId }: PermitBook, now: number): Promise<boolean> {
  const free = { leftCount: command.gt(0), busyUntilAt: command.lte(now) }
  const taken = { leftCount: command.inc(-1), busyUntilAt: now + BUSY_MS }
  return changeIf('message_permits', { _id, templateId, ...free }, taken)
}

/** What the platform's answer says of the rest: a refusal takes all, a wrong message none. */
export async function endPermit(
  { _id, templateId }: PermitBook,
  rest: 'asItIs' | 'gone' | 'oneBack',
): Promise<void> {
  const left = { asItIs: {}, gone: { leftCount: 0 }, oneBack: { leftCount: command.inc(1) } }
  await changeIf('message_permits', { _id, templateId }, { busyUntilAt: 0, ...left[rest] })
}

/**
 * How many members a message of this template would reach through WeChat: of all, or of these.
 */
export async function countReachable(
  shop: Templates,
  key: TemplateKey,
  memberIds?: readonly string[],
): Promise<number> {
  const { templateKey, templateId } = bookKeyOf(shop, key)
  if (templateId === null) return 0
  const reached = { templateKey, templateId, leftCount: command.gt(0) }
  if (!memberIds) return countWhere('message_permits', reached)
  const books = await permitBooks([...new Set(memberIds)].map((id) => permitIdOf(id, templateKey)))
  return [...books.values()].filter((book) => leftIn(book, templateId) > 0).length
}
