import type { EndpointName } from './cloud-caller'
import { importsOf } from './import-under-test'
import { manager, type ShopUnderTest } from './shop-under-test'
import type { Twin } from './twins'

type ImportEndpoint = Extract<EndpointName, `purchases.${string}Import${string}`>
type ReportEndpoint = 'purchases.importReport'

/** Imports of a row or two, each at the step that its endpoint asks for. */
export function importTwins(
  shop: ShopUnderTest,
): Record<ImportEndpoint | ReportEndpoint, () => Promise<Twin>> {
  const imports = importsOf(shop)
  const opening = () => `手机号,积分\n138${String(shop.nowMs()).slice(-4)}${digits(shop)},20`
  const uploaded = () => imports.upload('opening', opening())
  const checked = async () => {
    const jobId = await uploaded()
    await imports.check(jobId)
    return jobId
  }
  const begin = { kind: 'opening', fileName: '老会员.csv', columns: 'phone,points', pageCount: 1 }
  return {
    'purchases.beginImport': async () => ({
      as: manager,
      input: { ...begin, rowCount: 1 },
      another: { ...begin, rowCount: 2 },
    }),
    'purchases.sendImportPage': async () => {
      const input = { ...begin, rowCount: 1, kind: 'opening' as const }
      const requestId = shop.fresh('import')
      const begun = await shop.value('purchases.beginImport', { as: manager, requestId, input })
      const page = { jobId: begun.jobId, pageNo: 1, rowsText: '[[2,"13800001111","20"]]' }
      return {
        as: manager,
        input: page,
        another: { ...page, rowsText: '[[2,"13800002222","20"]]' },
      }
    },
    'purchases.checkImport': async () => ({
      as: manager,
      input: { jobId: await uploaded() },
      another: { jobId: await uploaded() },
    }),
    'purchases.bookImport': async () => ({
      as: manager,
      input: { jobId: await checked() },
      another: { jobId: await checked() },
    }),
    'purchases.importReport': async () => ({
      as: manager,
      input: { jobId: await checked(), cursor: '1' },
    }),
  }
}

/** Four digits that no other twin has. */
function digits(shop: ShopUnderTest): string {
  return shop.fresh('phone').replace(/\D/g, '').padStart(4, '0').slice(-4)
}
