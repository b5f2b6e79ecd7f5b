/** The daily certificates, and the run that makes the next one: their collections and hashes. */

import { createHash } from 'node:crypto'
import type { Implied } from '../../shared/audit/audit'
import type { Origins } from '../../shared/audit/clearing'
import type { DayFigures, Standing } from '../../shared/audit/day-figures'
import { addDays, isBusinessDate } from '../../shared/business-date'
import type { Outcome } from '../../shared/refusal'
import { changeIf, command, findWhere, getById, insertNew, type Stored } from '../runtime/database'
import { inOrder } from '../runtime/in-order'
import type { Certificate, CertificateDocument, Finding } from './certificate-document'
import type { DayDigest } from './day-digest'
import { readableCertificate } from './readable-certificate'

/** One pass over the books, page by page; the next run goes on where this one stopped. */
export interface CertificateRun {
  /** The day that it certifies. */
  readonly on: string
  /** The first day that has no certificate yet; null when no day has one. */
  readonly openFromOn: string | null
  readonly stage: 'walking' | 'closing' | 'done'
  /** Counts saves: whoever saves from an older state has lost the lease, and stops. */
  readonly step: number
  readonly startedAt: number
  /** Members from here up are done; they are read from the last id to the first. */
  readonly belowMemberId: string | null
  /** The member in the middle of whose entries a page ended. */
  readonly open: OpenMember | null
  readonly days: Readonly<Record<string, DayDigest>>
  readonly figures: Readonly<Record<string, DayFigures>>
  /** The accounts as stored, and what the program has given out as the entries say. */
  readonly standing: Standing
  readonly programPoints: number
  readonly memberCount: number
  readonly readCount: number
  readonly findings: readonly Finding[]
  readonly findingCount: number
}

export interface OpenMember {
  readonly memberId: string
  readonly implied: Implied
  readonly origins: Origins
}

const RUN_ID = 'current'
const PAGE_CERTIFICATES = 200
/** Documents under no date among which the newest certificate is still found. */
const STRAYS_LOOKED_OVER = 20
const ON_LENGTH = 10
/** More than a lifetime of days. */
const MAX_PAGES = 200

export function readRun(): Promise<Stored<CertificateRun> | null> {
  return getById<CertificateRun>('certificate_runs', RUN_ID)
}

/** The saved run; null when another one has saved meanwhile. */
export async function saveRun(
  run: CertificateRun,
  known: CertificateRun | null,
): Promise<CertificateRun | null> {
  const next = { ...run, step: (known?.step ?? 0) + 1 }
  if (known === null) {
    const inserted = await insertNew('certificate_runs', { ...next, _id: RUN_ID })
    return inserted.ok ? next : null
  }
  // Nested objects merge in an update: each is replaced as a whole.
  const { _id: _, ...fields } = { ...next, _id: RUN_ID }
  const replaced = Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'object' ? command.set(value) : value,
  ])
  const filter = { _id: RUN_ID, step: known.step }
  return (await changeIf('certificate_runs', filter, Object.fromEntries(replaced))) ? next : null
}

export async function readCertificate(on: string): Promise<Certificate | null> {
  const stored = await getById<CertificateDocument>('certificates', on)
  return stored && readableCertificate(stored)
}

/** The newest of the days up to one; what somebody put there under no date is none. */
export async function latestCertificate(untilOn: string): Promise<Certificate | null> {
  const found = await certificatesBefore(addDays(untilOn, 1), STRAYS_LOOKED_OVER)
  return found.find(isDated) ?? null
}

export function isDated({ _id }: Pick<Certificate, '_id'>): boolean {
  return isBusinessDate(_id)
}

/** A page of certificates, the newest first. */
export async function certificatesBefore(
  beforeOn: string | null,
  limit: number,
): Promise<Certificate[]> {
  const older = beforeOn === null ? {} : { _id: command.lt(beforeOn) }
  const orderBy = ['_id', 'desc'] as const
  const found = await findWhere<CertificateDocument>('certificates', older, { orderBy, limit })
  return found.map(readableCertificate)
}

/** Shows every certificate of some dates once, the oldest first: readable, and as it is stored. */
export async function eachCertificate(
  { fromOn = '', untilOn = '9999' }: { fromOn?: string; untilOn?: string },
  look: (certificate: Certificate, stored: Certificate) => void,
): Promise<void> {
  let since = command.gte(fromOn)
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const filter = { _id: since.and(command.lte(untilOn)) }
    const orderBy = ['_id', 'asc'] as const
    const found = await findWhere<CertificateDocument>('certificates', filter, {
      orderBy,
      limit: PAGE_CERTIFICATES,
    })
    for (const stored of found) look(readableCertificate(stored), stored)
    const last = found.at(-1)
    if (!last || found.length < PAGE_CERTIFICATES) return
    since = command.gt(last._id)
  }
}

/** Adds some days in their order; `duplicate` when another run has been quicker. */
export function addCertificates(certificates: readonly Certificate[]): Promise<Outcome<null>> {
  return insertNew('certificates', certificates)
}

/** Change anything that a certificate says, and this is another hash. */
export function certificateHashOf(certificate: Omit<Certificate, 'hash'> & { hash?: string }) {
  const { hash: _, ...said } = certificate
  return createHash('sha256')
    .update(JSON.stringify(inOrder(said)))
    .digest('hex')
}

/** Whether a stored one is as it was made and follows the one before it: a sentence for a no. */
export function sealFindings(
  stored: Certificate,
  before: Pick<Certificate, 'hash'> | null,
): string[] {
  const { _id: on, hash, prevHash } = stored
  if (!isDated(stored)) return [`有一张证书的日期不是日期：${on.slice(0, ON_LENGTH)}`]
  return [
    ...(certificateHashOf(stored) === hash ? [] : [`${on} 的证书被改动过`]),
    ...(prevHash === (before?.hash ?? '') ? [] : [`${on} 的证书接不上前一天`]),
  ]
}
