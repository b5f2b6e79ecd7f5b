/** A job runs once at a time: it holds a lease a little longer than a function can live. */
import { randomUUID } from 'node:crypto'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { changeIf, command, insertNew, removeThose } from './database'

const LEASE_MS = 70_000

/** Runs `work` unless another run holds the lease; then answers `{ skipped: 1 }`. */
export async function runLeased(
  job: string,
  now: number,
  work: () => Promise<Record<string, number>>,
): Promise<Record<string, number>> {
  const outcome = await underLease({ job }, now, async () => accept(await work()))
  return outcome.ok ? outcome.value : { skipped: 1 }
}

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
