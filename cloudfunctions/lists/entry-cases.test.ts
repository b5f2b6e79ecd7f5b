import * as listRush from '../../dev/chaos/list-rush'
import * as listSteps from '../../dev/chaos/list-steps'

jest.setTimeout(180_000)

it('random lists are as a notebook has them', async () => {
  expect((await listSteps.run({ seed: 20_260_310, size: 'quick' })).broken).toEqual([])
})

it('a crowd gets all numbers, and no more than there is', async () => {
  expect((await listRush.run({ seed: 20_260_310, size: 'quick' })).broken).toEqual([])
})
