import { newScenes } from '../gifts/scene'
import { giftFiguresOf, giftRuleIds, giftTitleOf, perGift, ruleIdOf, withGift } from './gift-rules'
import { newShop } from './shop'

describe('the rules of gifts', () => {
  it('are one for each scene of a new shop, and no other', () => {
    const ids = newScenes.map(({ sceneId }) => ruleIdOf(sceneId))
    expect(giftRuleIds).toEqual(ids)
    expect(Object.keys(perGift(String)).sort()).toEqual([...ids].sort())
    for (const { sceneId } of newScenes) expect(perGift(String)[ruleIdOf(sceneId)]).toBe(sceneId)
  })

  it('are called as members read the gift', () => {
    expect(giftTitleOf('welcome')).toBe('新人礼包')
    expect(giftTitleOf('anniversary')).toBe('入会纪念日礼')
  })

  it('change the figures of their own scene, and keep what else it has', () => {
    const changed = withGift(newShop, 'welcome', { version: 4, points: 60, claimDays: 3 })
    expect(giftFiguresOf(changed, 'welcome')).toEqual({ points: 60, claimDays: 3 })
    expect(giftFiguresOf(changed, 'anniversary')).toEqual(giftFiguresOf(newShop, 'anniversary'))
    const [before] = newShop.giftScenes
    expect(changed.giftScenes[0]).toEqual({ ...before, version: 4, points: 60, claimDays: 3 })
  })

  it('of a scene that the shop has not give nothing', () => {
    const none = { giftScenes: [] }
    expect(giftFiguresOf(none, 'welcome')).toEqual({ points: 0, claimDays: 1 })
  })
})
