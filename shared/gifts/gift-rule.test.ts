import { inShopOrder, newRuleId, newRules, sceneIn } from './gift-rule'

it('the id of a rule tells its scene, and so does every grant of it', () => {
  const ruleId = newRuleId('birthday', 'a'.repeat(32))
  expect(sceneIn(ruleId)).toBe('birthday')
  expect(sceneIn(`${ruleId}:m1:2027-03-10`)).toBe('birthday')
  for (const { ruleId: id, scene } of newRules) expect(sceneIn(id)).toBe(scene)
  expect(sceneIn('stamp-card:m1:p1')).toBeNull()
})

it('rules come in the order in which they were first written, a new shop’s first', () => {
  const [welcome, anniversary] = newRules
  const written = (ruleId: string, createdAt: number) => ({ ruleId, createdAt })
  const mixed = [written('b', 2), written('a', 2), written('c', 1), anniversary, welcome]
  const ids = inShopOrder(mixed.flatMap((rule) => rule ?? [])).map(({ ruleId }) => ruleId)
  expect(ids).toEqual(['welcome', 'anniversary', 'c', 'a', 'b'])
})
