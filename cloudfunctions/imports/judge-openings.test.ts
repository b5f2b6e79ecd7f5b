import { importsOf } from '../../dev/harness/import-under-test'
import { openingsOf } from '../../dev/harness/opening-under-test'
import { openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const run = (rows: readonly string[]) =>
  importsOf(shop).run('opening', `手机号,积分,到期日\n${rows.join('\n')}`)

async function claimed(phone: string): Promise<number> {
  const { who } = await shop.newMember()
  const phoneCode = await openingsOf(shop).tap(who, phone)
  await shop.value('openings.claimOpening', { as: who, input: { phoneCode } })
  return shop.balanceOf(who)
}

it('adds up two old cards of one phone, also pages apart, and once', async () => {
  const filler = Array.from({ length: 600 }, (_unused, place) => {
    return `137${String(place).padStart(8, '0')},1,2026-12-31`
  })
  const rows = ['13900000001,20,2026-12-31', ...filler, '13900000001,20,2026-12-31']
  expect((await run(rows)).done).toMatchObject({ bookedCount: 602, wrongCount: 0 })
  const again = await run(rows)
  expect(again.checked).toMatchObject({ fineCount: 0, thereCount: 602 })
  expect(await claimed('13900000001')).toBe(40)
})

it('replaces by a corrected file what nobody has claimed, and nothing else', async () => {
  await run(['13900000002,20,2026-12-31', '13900000002,5,2026-11-30'])
  const corrected = await run(['13900000002,30,2026-12-31'])
  expect(corrected.done).toMatchObject({ bookedCount: 1, wrongCount: 0 })
  expect(await claimed('13900000002')).toBe(35)
  const late = await run(['13900000002,40,2026-12-31'])
  expect(late.checked).toMatchObject({ fineCount: 0, wrongCount: 1 })
  const [problem] = await importsOf(shop).problems(late.jobId)
  expect(problem?.reason).toBe('openingClaimed')
})

it('leaves alone what another file has changed since the check', async () => {
  const imports = importsOf(shop)
  await run(['13900000003,20,2026-12-31'])
  const jobId = await imports.upload('opening', '手机号,积分,到期日\n13900000003,30,2026-12-31')
  await imports.check(jobId)
  await run(['13900000003,25,2026-12-31'])
  expect(await imports.book(jobId)).toMatchObject({ bookedCount: 0, wrongCount: 1 })
  expect((await imports.problems(jobId)).map(({ reason }) => reason)).toEqual(['openingTaken'])
  expect(await claimed('13900000003')).toBe(25)
})

it('refuses cards that come to more than anybody has', async () => {
  const { checked, jobId } = await run([
    '13900000004,100000,2026-12-31',
    '13900000004,1,2026-12-31',
  ])
  expect(checked).toMatchObject({ fineCount: 0, wrongCount: 2 })
  const [problem] = await importsOf(shop).problems(jobId)
  expect(problem?.reason).toBe('openingSumTooLarge')
})
