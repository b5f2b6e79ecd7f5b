import { isBusinessDate } from '../../shared/business-date'
import type { audit } from '../../shared/contract/audit'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { rowOfCertificate, viewOfCertificate } from './certificate-views'
import { certificatesBefore, isDated, readCertificate, readRun } from './certificates'

/** A page of the daily certificates, the newest first, and the run that is under way. */
export const listCertificates: UseCase<typeof audit.certificates> = async (input, context) => {
  const { cursor = null } = input
  if (cursor !== null && !isBusinessDate(cursor))
    return refuse('INPUT_INVALID', { field: 'cursor' })
  const found = await certificatesBefore(cursor, PAGE_SIZE_ROWS + 1)
  const run = cursor === null ? await readRun() : null
  const page = found.slice(0, PAGE_SIZE_ROWS).filter(isDated)
  const isRunning = run !== null && run.stage !== 'done'
  return accept({
    serverNow: context.now,
    certificates: page.map(rowOfCertificate),
    running: isRunning ? { on: run.on, readCount: run.readCount } : null,
    nextCursor: found.length > PAGE_SIZE_ROWS ? (page.at(-1)?._id ?? null) : null,
  })
}

/** One day's certificate. Refuses CERTIFICATE_NOT_FOUND. */
export const showCertificate: UseCase<typeof audit.certificate> = async ({ on }, context) => {
  const certificate = await readCertificate(on)
  return certificate
    ? accept(viewOfCertificate(certificate, context))
    : refuse('CERTIFICATE_NOT_FOUND')
}
