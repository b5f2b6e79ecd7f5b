import { run } from '../../dev/chaos/receipts'

jest.setTimeout(120_000)

/** The long form is `npm run chaos -- receipts`. */
it('one receipt earns once or is asked about, however it is spelled and brought', async () => {
  const { figures, broken } = await run({ size: 'quick', seed: 20_260_310 })
  expect(broken).toEqual([])
  expect(figures.booked).toBe(figures.stories)
})
