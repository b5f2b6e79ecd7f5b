/** A job runs once at a time: it holds a lease a little longer than a function can live. */
import { randomUUID } from 'node:crypto'
import { changeIf, command, insertNew } from './database'

const LEASE_MS = 70_000

/** Runs `work` unless another run holds the lease; then answers `{ skipped: 1 }`. */
export async function runLeased(
  job: string,
  now: number,
  work: () => Promise<Record<string, number>>,
): Promise<Record<string, number>> {
  const counts = await underLease(job, now, work)
  return counts === 'held' ? { skipped: 1 } : counts
}

/** Runs `work` alone and answers what it did, or `held` while another is at it. */
export async function underLease<T>(
  job: string,
  now: number,
  work: () => Promise<T>,
): Promise<T | 'held'> {
  const holder = randomUUID()
  if (!(await takeLease(job, now, holder))) return 'held'
  const done = await work()
  await changeIf('job_leases', { _id: job, holder }, { untilAt: 0 })
  return done
}

async function takeLease(job: string, now: number, holder: string): Promise<boolean> {
  const untilAt = now + LEASE_MS
  if (await changeIf('job_leases', { _id: job, untilAt: command.lte(now) }, { holder, untilAt })) {
    return true
  }
  return (await insertNew('job_leases', { _id: job, holder, untilAt })) === 'inserted'
}
