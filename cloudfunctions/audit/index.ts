import { serve } from '../runtime/serve'
import { keepCertificates } from './certify'
import { listCertificates, showCertificate } from './list-certificates'
import { checkAccount, rebuildAccount } from './rebuild-account'
import { exportLiability, reportLiability } from './report-liability'
import { verifyCertificate } from './verify-certificate'

const useCases = {
  certificates: listCertificates,
  certificate: showCertificate,
  verify: verifyCertificate,
  checkAccount,
  rebuild: rebuildAccount,
  liability: reportLiability,
  exportLiability,
}

export const main = serve('audit', useCases, keepCertificates)
