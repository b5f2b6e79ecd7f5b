import { run } from './contention'

it('adds up exactly what many writers add to few documents, both ways', async () => {
  const { figures, broken } = await run({ seed: 1, size: 'quick' })
  expect(broken).toEqual([])
  expect(figures['sum of transactions']).toBe(60)
  expect(figures['sum of test-and-set']).toBe(60)
})
