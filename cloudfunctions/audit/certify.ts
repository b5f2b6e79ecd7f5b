/** The nightly certificate: starts the run for the last day that is over, or goes on with it. */

import { certifiableOn } from '../../shared/audit/certificate'
import { nothingStands } from '../../shared/audit/day-figures'
import { addDays } from '../../shared/business-date'
import type { Job, JobContext } from '../runtime/context'
import { type CertificateRun, latestCertificate, readRun, saveRun } from './certificates'
import { closeDays } from './close-days'
import { type HandOvers, handedOverOn } from './handed-over'
import { walkPage } from './walk-books'

/** The night's work: each day that is over gets its certificate, in as many runs as that takes. */
export const keepCertificates: Job = {
  // The function lives for 20 s; the page that a run is at then is finished in less.
  maxWorkMs: 12_000,
  isDue: isCertificateDue,
  run: certify,
}

/** True while a day is over that has no certificate yet. One read. */
async function isCertificateDue({ now, shop }: JobContext): Promise<boolean> {
  const run = await readRun()
  return run?.stage !== 'done' || run.on < certifiableOn(now, shop.businessDay)
}

/**
 * Works page by page while there is time. Each page is saved with what it counted, so a run that
 * was killed goes on with the page that it was at, and no entry is counted twice.
 */
async function certify(context: JobContext): Promise<Record<string, number>> {
  let run: CertificateRun | null = await runToGoOnWith(context)
  let pages = 0
  const handOvers: HandOvers =
    run?.stage === 'walking' ? await handedOverOn(run, context.shop.businessDay) : new Map()
  while (run && run.stage !== 'done' && context.hasTimeLeft()) {
    const next =
      run.stage === 'walking' ? await walkPage(run, handOvers) : await closeDays(run, context)
    if (next === run) break
    run = await saveRun(next, run)
    pages += 1
  }
  return { certifiedPages: pages, certified: run?.stage === 'done' && pages > 0 ? 1 : 0 }
}

async function runToGoOnWith(context: JobContext): Promise<CertificateRun | null> {
  const known = await readRun()
  const on = certifiableOn(context.now, context.shop.businessDay)
  if (known && (known.stage !== 'done' || known.on >= on)) return known
  const last = await latestCertificate(on)
  return saveRun(newRun(on, { openFromOn: last && addDays(last._id, 1), now: context.now }), known)
}

function newRun(
  on: string,
  { openFromOn, now }: { openFromOn: string | null; now: number },
): CertificateRun {
  return {
    on,
    openFromOn,
    stage: 'walking',
    step: 0,
    startedAt: now,
    belowMemberId: null,
    open: null,
    days: {},
    figures: {},
    standing: nothingStands,
    programPoints: 0,
    memberCount: 0,
    readCount: 0,
    findings: [],
    findingCount: 0,
  }
}
