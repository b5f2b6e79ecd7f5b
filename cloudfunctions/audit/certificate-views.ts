/** The certificates for a manager's eyes. */
import { isBalanced } from '../../shared/audit/certificate'
import type {
  CertificateFinding,
  CertificateRow,
  CertificateView,
} from '../../shared/contract/audit'
import type { Context } from '../runtime/context'
import type { Certificate, Finding } from './certificate-document'

export function rowOfCertificate(certificate: Certificate): CertificateRow {
  const { _id, madeAt, findingCount, dayFindings, day, closing } = certificate
  return {
    on: _id,
    madeAt,
    isBalanced: isBalanced(certificate),
    findingCount: findingCount + dayFindings.length,
    entryCount: day.entryCount,
    balancePoints: closing.balancePoints,
  }
}

export function viewOfCertificate(
  certificate: Certificate,
  { now, shop }: Pick<Context, 'now' | 'shop'>,
): CertificateView {
  const { _id, madeAt, memberCount, readCount, day, opening, closing, offPoints } = certificate
  const { findings, findingCount, dayFindings, hash, prevHash } = certificate
  return {
    serverNow: now,
    shopName: shop.name,
    on: _id,
    madeAt,
    isBalanced: isBalanced(certificate),
    memberCount,
    readCount,
    entryCount: day.entryCount,
    opening,
    closing,
    offPoints,
    findings: findings.map(shownFinding),
    findingCount,
    dayFindings: [...dayFindings],
    hash,
    prevHash,
  }
}

function shownFinding(finding: Finding): CertificateFinding {
  const { memberNumber, maskedName, sentences, isEntryBroken } = finding
  return { memberNumber, maskedName, sentences: [...sentences], isEntryBroken }
}
