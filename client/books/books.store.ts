import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading, type Trouble } from '../reading'
import { createSubmission } from '../submission'

export type CertificateRow = OutputAt<'audit.certificates'>['certificates'][number]
export type Certificate = OutputAt<'audit.certificate'>
export type AccountCheck = OutputAt<'audit.checkAccount'>
export type Rebuilt = OutputAt<'audit.rebuild'>
export type LiabilityReport = OutputAt<'audit.liability'>

/** The daily certificates, the newest first. */
export const certificatesStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('audit.certificates', cursor ? { cursor } : {}),
    rowsOf: (page) => page.certificates,
  },
  {},
)
export const certificateStore = createReading('audit.certificate')
export const verificationStore = createReading('audit.verify')
export const checkStore = createReading('audit.checkAccount')
export const rebuildStore = createSubmission('audit.rebuild')
export const liabilityStore = createReading('audit.liability')

export function loadCertificates(): Promise<void> {
  return certificatesStore.getState().load({})
}

/** Shows one day; no other day stays on the screen meanwhile, nor what was verified of it. */
export function openCertificate(on: string): Promise<void> {
  if (certificateStore.getState().data?.on !== on) {
    certificateStore.setState({ data: null, trouble: null })
    verificationStore.setState({ data: null, trouble: null })
  }
  return certificateStore.getState().load({ on })
}

/** The file of some days, or why there is none. */
export async function fileOf(range: {
  fromOn: string
  untilOn: string
}): Promise<{ fileName: string; csv: string } | Trouble> {
  const reply = await api.call('audit.exportLiability', range)
  return reply.ok ? reply.value : { code: reply.code, message: reply.message }
}
