import { demoGroups } from '../../seed/communities'
import { cast, groups } from './cast'
import { addressOf, type CardDrop, cardsFor } from './group-cards'

const personOf = (name: string) => cast.find(({ openid }) => openid === name)
const shopper = personOf('demo-shopper-1')
const owner = personOf('demo-owner-1')
const clerk = personOf('demo-staff-1')
if (!shopper || !owner || !clerk) throw new Error('they are in the cast')

const [wutong, hebin] = demoGroups.map(({ community: name }) => ({ name }))

function drop(over: Partial<CardDrop>): CardDrop {
  const communities = [wutong, hebin].flatMap((each) => each ?? [])
  const told = { dropId: 'd1', title: '鲜牛奶', state: 'open', textState: 'approved' }
  return { ...told, communities, ...over }
}

describe('the cards in somebody’s groups', () => {
  it('are of the groups of the demo shop', () => {
    const bound = groups.filter(({ community }) => community !== null)
    expect(bound.map(({ opengid, community }) => [opengid, community])).toEqual(
      demoGroups.map(({ opengid, community }) => [opengid, community]),
    )
  })

  it('open the drop by the group that the person is in', () => {
    const [card, ...others] = cardsFor(shopper, [drop({})])
    expect(others).toEqual([])
    expect(card).toMatchObject({ title: '鲜牛奶', about: '梧桐里三栋邻居群 · 正在抢' })
    const address = card && addressOf(card, shopper)
    expect(address?.split('#')).toEqual([
      '/phone/index.html?groupEntry=demo-group-wutong&as=demo-shopper-1',
      '/drops/drop/index?dropId=d1',
    ])
  })

  it('are none of other groups, cancelled drops, or texts that wait for a person', () => {
    const elsewhere = drop({ communities: hebin ? [hebin] : [] })
    const others = [elsewhere, drop({ state: 'cancelled' }), drop({ textState: 'held' })]
    expect(cardsFor(shopper, others)).toEqual([])
  })

  it('are for an owner also those by which she binds a group', () => {
    const cards = cardsFor(owner, [drop({})])
    expect(cards.map(({ title, opengid }) => `${title} ${opengid}`)).toEqual([
      '鲜牛奶 demo-group-wutong',
      '绑定这个群 demo-group-wutong',
      '鲜牛奶 demo-group-hebin',
      '绑定这个群 demo-group-hebin',
      '绑定这个群 demo-group-new',
    ])
  })

  it('are none for whoever is in no group', () => {
    expect(cardsFor(clerk, [drop({})])).toEqual([])
  })
})
