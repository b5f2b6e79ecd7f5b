/**
 * An entry as it can be audited, whatever was made of the stored one. Whoever tampers need not
 * leave figures, lists and dates where they were; one such document must be named by the audit,
 * never end it for everybody. Its seal is taken of what is stored, so nothing is hidden here.
 */

import type { Lot } from '../points/lots'
import type { ChainEntry } from './audit'

/** What the walk reads of an entry; the names also stand in keys of what it counts. */
type Audited = Omit<ChainEntry, 'facts'> & {
  readonly facts: object
  readonly reason: string
  readonly storeId: string | null
  readonly sourceId: string | null
}

/** The entry itself where it is whole; else with nothing in place of what cannot be read. */
export function readableEntry<E extends Audited>(stored: E): E {
  const { posting, lotChanges, pendingChange, expiredTaken, revived, answered } = stored
  const told = {
    ...(pendingChange && isPromise(pendingChange) ? { pendingChange } : {}),
    ...(expiredTaken ? { expiredTaken: listOf(expiredTaken, isLot) } : {}),
    ...(revived ? { revived: listOf(revived, isMove) } : {}),
    ...(answered ? { answered: listOf<string>(answered, isText) } : {}),
  }
  const { pendingChange: _pending, ...plain } = stored
  const read = {
    ...plain,
    memberId: nameOf(stored.memberId),
    posting: {
      from: nameOf(posting?.from),
      to: nameOf(posting?.to),
      points: wholeOf(posting?.points),
    },
    lotChanges: listOf<Lot>(lotChanges, isLot),
    facts: isObject(stored.facts) ? stored.facts : {},
    on: isDate(stored.on) ? stored.on : '',
    reason: nameOf(stored.reason),
    storeId: isText(stored.storeId) ? nameOf(stored.storeId) : null,
    sourceId: isText(stored.sourceId) ? stored.sourceId : null,
    ...told,
  }
  // Parse edge: every field that the audit reads has the type that is declared for it by now.
  return read as unknown as E
}

function listOf<T>(list: unknown, isRight: (one: unknown) => boolean): readonly T[] {
  return Array.isArray(list) ? list.filter((one: unknown) => isRight(one)) : []
}

function isLot(one: unknown): boolean {
  if (!isObject(one) || !('expiresOn' in one && 'points' in one)) return false
  return isDate(one.expiresOn) && Number.isSafeInteger(one.points)
}

function isMove(one: unknown): boolean {
  return isObject(one) && 'fromOn' in one && 'toOn' in one && isDate(one.fromOn) && isDate(one.toOn)
}

function isPromise(one: unknown): boolean {
  return isObject(one) && 'entryKey' in one && isText(one.entryKey)
}

function isDate(on: unknown): on is string {
  return isText(on) && /^\d{4}-\d\d-\d\d$/.test(on)
}

/** Names of sides, reasons and stores: nothing in them that a database would not take as a key. */
function nameOf(name: unknown): string {
  return isText(name) && /^[\w:-]*$/.test(name) ? name : ''
}

function wholeOf(points: unknown): number {
  return Number.isSafeInteger(points) ? Number(points) : 0
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
