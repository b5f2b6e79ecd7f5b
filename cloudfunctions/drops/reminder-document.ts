/** Who wishes to be told before a drop opens. */
import {
  changeIf,
  command,
  findWhere,
  getById,
  insertNew,
  type Stored,
  type Transaction,
} from '../runtime/database'
import type { Drop, DropDocument } from './repository'

export interface ReminderDocument {
  readonly dropId: string
  readonly memberId: string
  readonly askedAt: number
  readonly toldAt: number | null
}
export type DropReminder = Stored<ReminderDocument>

function reminderIdOf(dropId: string, memberId: string): string {
  return `${dropId}:${memberId}`
}

export function readReminder(dropId: string, memberId: string): Promise<DropReminder | null> {
  return getById<ReminderDocument>('drop_reminders', reminderIdOf(dropId, memberId))
}

/** Once for each drop and member, however often she wishes it. */
export async function insertReminder(
  dropId: string,
  memberId: string,
  askedAt: number,
): Promise<void> {
  const _id = reminderIdOf(dropId, memberId)
  await insertNew('drop_reminders', { _id, dropId, memberId, askedAt, toldAt: null })
}

/** Drops that open by then, with somebody who may still have to be told. */
export function dropsToRemindOf(untilAt: number, limit: number): Promise<Drop[]> {
  return findWhere<DropDocument>(
    'drops',
    { remindedAt: null, cancelledAt: null, isPublished: true, opensAt: command.lte(untilAt) },
    { orderBy: ['opensAt', 'asc'], limit },
  )
}

export function untoldReminders(dropId: string, limit: number): Promise<DropReminder[]> {
  return findWhere<ReminderDocument>('drop_reminders', { dropId, toldAt: null }, { limit })
}

/** False when she was told meanwhile. */
export async function markTold(tx: Transaction, id: string, toldAt: number): Promise<boolean> {
  const reminder = await tx.get<ReminderDocument>('drop_reminders', id)
  if (reminder?.toldAt !== null) return false
  await tx.put('drop_reminders', { ...reminder, toldAt })
  return true
}

/** It has opened: nobody can wish it any more. */
export async function endReminding(dropId: string, remindedAt: number): Promise<void> {
  await changeIf('drops', { _id: dropId, remindedAt: null }, { remindedAt })
}
