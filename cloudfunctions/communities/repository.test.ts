import type { EnteredContext } from '../runtime/context'
import { getById } from '../runtime/database'
import { forgetCommunities, runningCommunityOf } from './repository'

jest.mock('../runtime/database', () => ({ getById: jest.fn() }))

const stored = new Map<string, object>()
jest
  .mocked(getById)
  .mockImplementation(async (collection, id) => stored.get(`${collection}/${id}`) as never)

const enteredBy = (groupKey: string | null) =>
  runningCommunityOf({ groupKey } as unknown as EnteredContext)

function have(change: { isPaused?: boolean; replacedAt?: number | null } = {}) {
  const { isPaused = false, replacedAt = null } = change
  stored.set('community_groups/group', { communityId: 'east', replacedAt })
  stored.set('communities/east', { _id: 'east', name: '东街邻里群', isPaused })
  forgetCommunities()
}

describe('a community to which something is given', () => {
  it('is the one of the group that she entered by', async () => {
    have()
    expect(await enteredBy('group')).toMatchObject({ ok: true, value: { _id: 'east' } })
  })

  it('is refused without a group, by an unknown one, and by one that was replaced', async () => {
    have({ replacedAt: 1 })
    expect(await enteredBy(null)).toEqual({ ok: false, code: 'GROUP_REQUIRED' })
    expect(await enteredBy('another')).toEqual({ ok: false, code: 'GROUP_UNKNOWN' })
    expect(await enteredBy('group')).toEqual({ ok: false, code: 'GROUP_UNKNOWN' })
  })

  it('is refused while it is paused', async () => {
    have({ isPaused: true })
    expect(await enteredBy('group')).toEqual({ ok: false, code: 'COMMUNITY_PAUSED' })
  })

  it('costs two calls once a minute, not one for every tap', async () => {
    have()
    jest.mocked(getById).mockClear()
    for (let tap = 0; tap < 5; tap += 1) await enteredBy('group')
    expect(getById).toHaveBeenCalledTimes(2)
  })
})
