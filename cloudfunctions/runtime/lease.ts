/** Work that is done by one at a time: it holds a lease a little longer than a function lives. */
import { randomUUID } from 'node:crypto'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { changeIf, command, getById, insertNew, removeThose } from './database'

const LEASE_MS = 70_000

/**
 * Runs `work` alone and answers what it did; refuses UNDER_WAY while another is at it. A request
 * that died at it and is asked again holds the lease still, when it gives its key as the holder.
 */
export async function underLease<T>(
  lease: { readonly job: string; readonly holder?: string },
  now: number,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { job, holder = randomUUID() } = lease
  if (!(await takeLease(job, now, holder))) return refuse('UNDER_WAY')
  const done = await work()
  await changeIf('job_leases', { _id: job, holder }, { untilAt: 0 })
  return done
}

/** Of a job that has come to its end for good. */
export async function dropLease(job: string): Promise<void> {
  await removeThose('job_leases', { _id: job })
}

async function takeLease(job: string, now: number, holder: string): Promise<boolean> {
  const untilAt = now + LEASE_MS
  if (await changeIf('job_leases', { _id: job, untilAt: command.lte(now) }, { holder, untilAt })) {
    return true
  }
  if ((await insertNew('job_leases', { _id: job, holder, untilAt })).ok) return true
  return changeIf('job_leases', { _id: job, holder }, { untilAt })
}

/** A chore's turn: nobody was at it, or a run before it never came to its end. */
export type Turn = { readonly holder: string; readonly isTakenOver: boolean }

/** Takes a chore's turn; refuses UNDER_WAY while another is at it, or when that day's is done. */
export async function takeTurn(
  chore: string,
  { now, notDoneOn }: { now: number; notDoneOn: string | null },
): Promise<Outcome<Turn>> {
  const holder = randomUUID()
  const isOpen = notDoneOn === null ? {} : { doneOn: command.neq(notDoneOn) }
  const taken = { holder, untilAt: now + LEASE_MS }
  const take = (untilAt: unknown) =>
    changeIf('job_leases', { _id: chore, untilAt, ...isOpen }, taken)
  if (await take(0)) return accept({ holder, isTakenOver: false })
  if (await take(command.lte(now).and(command.gt(0)))) {
    return accept({ holder, isTakenOver: true })
  }
  const isFirst = (await insertNew('job_leases', { _id: chore, ...taken })).ok
  return isFirst ? accept({ holder, isTakenOver: false }) : refuse('UNDER_WAY')
}

/** Ends a turn; with a business date the chore is done for that day. */
export async function endTurn(
  chore: string,
  { holder }: Turn,
  doneOn: string | null,
): Promise<void> {
  const done = doneOn === null ? {} : { doneOn }
  await changeIf('job_leases', { _id: chore, holder }, { untilAt: 0, ...done })
}

/** True when the chore was done on that business date. */
export async function isDoneOn(chore: string, on: string): Promise<boolean> {
  return (await getById<{ doneOn?: string }>('job_leases', chore))?.doneOn === on
}
