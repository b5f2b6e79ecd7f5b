/**
 * Once the books are read: every day that has a certificate is held against it, every day that has
 * none gets one, each chained to the one before it. What was found is said on the last of them.
 */

import { daysFrom, offBy } from '../../shared/audit/certificate'
import {
  nothingStands,
  quietDay,
  type Standing,
  standingAtEnd,
} from '../../shared/audit/day-figures'
import { addDays } from '../../shared/business-date'
import type { JobContext } from '../runtime/context'
import type { Certificate } from './certificate-document'
import {
  addCertificates,
  type CertificateRun,
  certificateHashOf,
  eachCertificate,
  isDated,
  sealFindings,
} from './certificates'
import { dayFindings, digestOf } from './day-digest'

const MAX_DAY_FINDINGS = 20
/** After a long pause there is a certificate for each of many days. */
const BATCH_DAYS = 50

interface Known {
  readonly last: Pick<Certificate, '_id' | 'hash' | 'closing'> | null
  readonly dayFindings: readonly string[]
}

/** The run is `done` when all days have their certificate; else the next run goes on. */
export async function closeDays(run: CertificateRun, context: JobContext): Promise<CertificateRun> {
  const known = await holdAgainst(run)
  const firstOn = known.last ? addDays(known.last._id, 1) : (firstDayOf(run) ?? run.on)
  let before = known.last
  let batch: Certificate[] = []
  for (const on of daysFrom(firstOn, run.on)) {
    if (!context.hasTimeLeft()) return run
    const { dayFindings } = known
    const certificate = certificateOf(on, { run, before, dayFindings, now: context.now })
    before = certificate
    batch.push(certificate)
    if (batch.length < BATCH_DAYS && on !== run.on) continue
    if (!(await addCertificates(batch)).ok) return run
    batch = []
  }
  return { ...run, stage: 'done', open: null, days: {}, figures: {} }
}

/** Each certificate's own seal, its link to the one before, and its day as the entries are now. */
async function holdAgainst(run: CertificateRun): Promise<Known> {
  const found: string[] = []
  const unseen = new Set(Object.keys(run.days))
  let last: Certificate | null = null
  await eachCertificate({ untilOn: run.on }, (certificate, stored) => {
    found.push(...sealFindings(stored, last))
    if (!isDated(certificate)) return
    found.push(
      ...dayFindings(certificate._id, certificate.day, digestOf(run.days[certificate._id])),
    )
    unseen.delete(certificate._id)
    last = certificate
  })
  return { last, dayFindings: [...found, ...strays(unseen, last)].slice(0, MAX_DAY_FINDINGS) }
}

/** Days before the first certificate, on which somebody has put entries since. */
function strays(unseen: ReadonlySet<string>, last: Certificate | null): string[] {
  if (!last) return []
  const lastOn = last._id
  return [...unseen]
    .filter((on) => on <= lastOn)
    .sort()
    .map((on) => `${on} 出证之后才有了流水`)
}

function firstDayOf({ days }: CertificateRun): string | undefined {
  return Object.keys(days).sort()[0]
}

interface Closing {
  readonly run: CertificateRun
  readonly before: Known['last']
  readonly dayFindings: readonly string[]
  readonly now: number
}

function certificateOf(on: string, { run, before, dayFindings, now }: Closing): Certificate {
  const isLast = on === run.on
  const figures = run.figures[on] ?? quietDay
  const opening: Standing = before?.closing ?? nothingStands
  const unsealed = {
    _id: on,
    madeAt: now,
    checkedOn: run.on,
    memberCount: run.memberCount,
    readCount: run.readCount,
    figures,
    day: digestOf(run.days[on]),
    opening,
    closing: standingAtEnd(opening, figures),
    offPoints: isLast ? offBy(run.standing, run.programPoints) : 0,
    findings: isLast ? run.findings : [],
    findingCount: isLast ? run.findingCount : 0,
    dayFindings: isLast ? dayFindings : [],
    prevHash: before?.hash ?? '',
  }
  return { ...unsealed, hash: certificateHashOf(unsealed) }
}
