import { type CertifiedDay, liabilityOf } from '../../shared/audit/liability'
import { liabilityCsv } from '../../shared/audit/liability-csv'
import { type Period, periodOf } from '../../shared/audit/report-period'
import { yearAfter, yearUntil } from '../../shared/business-date'
import type { audit, LiabilityReport } from '../../shared/contract/audit'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { waitingOn } from '../openings/repository'
import type { StaffContext, UseCase } from '../runtime/context'
import { eachCertificate, isDated } from './certificates'

/** What the shop owes in points over some days. Refuses RANGE_TOO_LONG, and dates in disorder. */
export const reportLiability: UseCase<typeof audit.liability> = async (input, context) => {
  const { period } = input
  const { fromOn, untilOn } = period ? periodOf(period, context.todayOn) : input
  if (fromOn === undefined) return refuse('INPUT_INVALID', { field: 'fromOn' })
  if (untilOn === undefined) return refuse('INPUT_INVALID', { field: 'untilOn' })
  const report = await readReport({ fromOn, untilOn }, context)
  return report.ok ? accept(report.value.report) : report
}

/** The same day by day, as a file for a spreadsheet. */
export const exportLiability: UseCase<typeof audit.exportLiability> = async (range, context) => {
  const report = await readReport(range, context)
  if (!report.ok) return report
  const { days, report: told } = report.value
  const fileName = `积分负债-${range.fromOn}-${range.untilOn}.csv`
  return accept({ fileName, csv: liabilityCsv(days, told) })
}

async function readReport(
  { fromOn, untilOn }: Period,
  { now, todayOn, shop }: StaffContext,
): Promise<Outcome<{ days: readonly CertifiedDay[]; report: LiabilityReport }>> {
  if (fromOn > todayOn) return refuse('INPUT_INVALID', { field: 'fromOn' })
  if (untilOn < fromOn) return refuse('INPUT_INVALID', { field: 'untilOn' })
  if (untilOn >= yearAfter(fromOn)) return refuse('RANGE_TOO_LONG')
  const yearFromOn = yearUntil(untilOn)
  const [year, waiting] = await Promise.all([
    readDays({ fromOn: yearFromOn, untilOn }),
    waitingOn(todayOn),
  ])
  const days = year.filter(({ on }) => on >= fromOn)
  const isYear = year[0]?.on === yearFromOn
  const report: LiabilityReport = {
    serverNow: now,
    fromOn,
    untilOn,
    firstOn: days[0]?.on ?? null,
    lastOn: days.at(-1)?.on ?? null,
    ...liabilityOf(days, isYear ? year : null),
    fenPerHundredPoints: shop.pointValue.fenPerHundredPoints,
    storeNames: shop.stores.map(({ storeId, name }) => ({ storeId, name })),
    waiting,
    todayOn,
  }
  return accept({ days, report })
}

async function readDays(range: Period): Promise<readonly CertifiedDay[]> {
  const days: CertifiedDay[] = []
  await eachCertificate(range, (certificate) => {
    const { _id: on, opening, closing, figures } = certificate
    if (isDated(certificate)) days.push({ on, opening, closing, figures })
  })
  return days
}
