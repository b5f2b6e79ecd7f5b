import { importsOf } from '../../dev/harness/import-under-test'
import { postJson } from '../../dev/harness/post'
import { atOnce, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

jest.setTimeout(120_000)

let shop: ShopUnderTest
beforeEach(async () => {
  shop = await openShop({ transactionLifetimeMs: 4_000 })
})
afterEach(() => shop.stop())

const DAY_MS = 86_400_000
const header = '门店,日期,收银台,小票号,会员号,实收金额,不积分金额\n'
const sweep = () => shop.fireTimer('imports')
const daysPass = (days: number) => shop.advanceClock(days * DAY_MS)

/** An import of two rows, with one of them wrong. */
async function imported(book: boolean) {
  const imports = importsOf(shop)
  const number = await shop.numberOf((await shop.newMember()).who)
  const row = `东店,2026-03-09,1,${shop.fresh('R')},${number},8.00,`
  const jobId = await imports.upload('purchases', `${header}${row}\n${row}`)
  await imports.check(jobId)
  if (book) await imports.book(jobId)
  return jobId
}

describe('the pages of an import', () => {
  it('go after thirty days; the job says still who imported what', async () => {
    const [booked, unbooked] = [await imported(true), await imported(false)]
    await daysPass(29)
    await sweep()
    expect(await shop.find('import_pages')).toHaveLength(2)
    await daysPass(2)
    expect((await sweep()).body).toMatchObject({ value: { emptied: 2 } })
    expect(await shop.find('import_pages')).toEqual([])
    expect(await shop.find('job_leases', { _id: { $regex: '^import:' } })).toEqual([])
    expect(await shop.find('import_jobs', { _id: booked })).toMatchObject([
      { state: 'done', bookedCount: 1, wrongCount: 1, fileName: 'purchases.csv' },
    ])
    // Nobody can book what is gone.
    const late = await shop.value('imports.bookImport', {
      as: manager,
      input: { jobId: unbooked },
    })
    expect(late).toMatchObject({ state: 'done', bookedCount: 0 })
  })

  it('stay while the booking that was begun is not through', async () => {
    const jobId = await imported(false)
    const update = { $set: { state: 'booking' } }
    await shop.local.engine.update('import_jobs', { filter: { _id: jobId }, update, multi: false })
    await daysPass(31)
    expect((await sweep()).body).toMatchObject({ value: { finished: 1 } })
    expect(await shop.find('purchases')).toHaveLength(1)
  })

  it('go once, wherever the run is killed', async () => {
    await atOnce(2, () => imported(true))
    await daysPass(31)
    for (let call = 8; call <= 16; call += 1) {
      const headers = { 'x-fault': `kill-after-call:${call}` }
      await postJson(`${shop.origin}/timer/imports`, {}, headers)
      await shop.advanceClock(71_000)
    }
    await sweep()
    expect(await shop.find('import_pages')).toEqual([])
    const jobs = await shop.find('import_jobs')
    expect(jobs.map(({ pagesSince, state }) => [pagesSince, state])).toEqual([
      [null, 'done'],
      [null, 'done'],
    ])
  })
})
