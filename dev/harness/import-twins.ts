import { importsOf } from './import-under-test'
import { openingsOf } from './opening-under-test'
import { clerk, EAST, manager, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** Imports of a row or two, each at the step that its endpoint asks for. */
export function importTwins(shop: ShopUnderTest): Own<'imports'> {
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
    // 门店, in GB18030.
    'imports.decodeText': async () => ({ as: manager, input: { base64: 'w8W16g==' } }),
    'imports.beginImport': async () => ({
      as: manager,
      input: { ...begin, rowCount: 1 },
      another: { ...begin, rowCount: 2 },
    }),
    'imports.sendImportPage': async () => {
      const input = { ...begin, rowCount: 1, kind: 'opening' as const }
      const requestId = shop.fresh('import')
      const begun = await shop.value('imports.beginImport', { as: manager, requestId, input })
      const page = { jobId: begun.jobId, pageNo: 1, rowsText: '[[2,"13800001111","20"]]' }
      return {
        as: manager,
        input: page,
        another: { ...page, rowsText: '[[2,"13800002222","20"]]' },
      }
    },
    'imports.checkImport': async () => ({
      as: manager,
      input: { jobId: await uploaded() },
      another: { jobId: await uploaded() },
    }),
    'imports.bookImport': async () => ({
      as: manager,
      input: { jobId: await checked() },
      another: { jobId: await checked() },
    }),
    'imports.imports': async () => ({ as: manager, input: { cursor: '1773100800000' } }),
    'imports.importReport': async () => ({
      as: manager,
      input: { jobId: await checked(), cursor: '1' },
    }),
  }
}

/** Points that wait under a phone: one that is proved already, and one on an old card. */
export function openingTwins(shop: ShopUnderTest): Own<'openings'> {
  const { wait, tap } = openingsOf(shop)
  const newPhone = () => `1370000${digits(shop)}`
  const oldCard = async () => {
    const memberCode = await shop.codeOf((await shop.newMember()).who)
    const { ticket } = await shop.value('staff.scan', { as: clerk, input: { memberCode } })
    const phone = newPhone()
    await wait(phone, [25, '2026-12-31'])
    return { as: clerk, input: { ticket, phone, storeId: EAST } }
  }
  return {
    'openings.mine': async () => ({ as: (await shop.newMember()).who, input: {} }),
    'openings.claimOpening': async () => {
      const { who } = await shop.newMember()
      const phone = newPhone()
      const phoneCode = await tap(who, phone)
      await shop.call('openings.claimOpening', { as: who, input: { phoneCode } })
      await wait(phone, [25, '2026-12-31'])
      return { as: who, input: { phoneCode } }
    },
    'openings.openingAtDesk': oldCard,
    'openings.claimOpeningAtDesk': oldCard,
  }
}

/** Four digits that no other twin has. */
function digits(shop: ShopUnderTest): string {
  return shop.fresh('phone').replace(/\D/g, '').padStart(4, '0').slice(-4)
}
