import type { audit } from '../../shared/contract/audit'
import { accept, refuse } from '../../shared/refusal'
import { entriesOn } from '../points/repository'
import { hashNow } from '../points/seal'
import type { UseCase } from '../runtime/context'
import type { Certificate } from './certificate-document'
import { eachCertificate, isDated, readCertificate, sealFindings } from './certificates'
import { type DayDigest, dayFindings, digestOf, digestWith } from './day-digest'

const PAGE_ENTRIES = 1_000
/** A busier day is left to the nightly run, which looks at every day. */
const MAX_PAGES = 10
const MAX_SENTENCES = 20

/**
 * Looks at a certificate again: the whole chain of certificates, and the day's entries as they are
 * now. Changes nothing. Refuses CERTIFICATE_NOT_FOUND.
 */
export const verifyCertificate: UseCase<typeof audit.verify> = async ({ on }, context) => {
  const certificate = await readCertificate(on)
  if (!certificate) return refuse('CERTIFICATE_NOT_FOUND')
  const chain = await verifyChain()
  const day = await digestToday(on)
  const wrong = day === null ? [] : dayFindings(on, certificate.day, day)
  return accept({
    serverNow: context.now,
    checkedCount: chain.checkedCount,
    sentences: [...chain.sentences, ...wrong].slice(0, MAX_SENTENCES),
    entryCount: day?.entryCount ?? null,
  })
}

async function verifyChain(): Promise<{ checkedCount: number; sentences: readonly string[] }> {
  const sentences: string[] = []
  let before: Certificate | null = null
  let checkedCount = 0
  await eachCertificate({}, (certificate, stored) => {
    sentences.push(...sealFindings(stored, before))
    if (!isDated(certificate)) return
    before = certificate
    checkedCount += 1
  })
  return { checkedCount, sentences }
}

/** The digest of a day's entries as they are now; null when they are too many. */
async function digestToday(on: string): Promise<DayDigest | null> {
  let day = digestOf(undefined)
  let afterId = ''
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const entries = await entriesOn(on, { afterId, limit: PAGE_ENTRIES })
    for (const entry of entries) day = digestWith(day, hashNow(entry))
    afterId = entries.at(-1)?._id ?? ''
    if (entries.length < PAGE_ENTRIES) return day
  }
  return null
}
