import { figuresOf } from '@shared/rules/rule-figures'
import { newShop } from '@shared/rules/shop'
import { type CloudEvent, phone } from '../../dev/harness/taro'
import { loadRules, publish, type RuleState, ruleIn, rulesStore, saveDraft } from './rules.store'

const figures = figuresOf('point-value', newShop)
const rule: RuleState = {
  ruleId: 'point-value',
  version: 1,
  figures,
  publishedAt: null,
  publishedByName: null,
  takesEffect: null,
  draft: null,
  revision: 3,
}

describe('the rules that a manager works on', () => {
  let sent: CloudEvent[]
  let answer: object
  beforeEach(async () => {
    phone.reset()
    sent = []
    phone.answer = (_feature, event) => {
      sent.push(event)
      const list = { ok: true, value: { serverNow: 0, rules: [rule] } }
      return event.action === 'rules' ? list : answer
    }
    await loadRules()
  })

  const shown = () => ruleIn(rulesStore.getState().data, 'point-value')

  it('keep a draft on top of the one that was seen, and show it', async () => {
    const draft = { figures, savedAt: 0, savedByName: '顾明远' }
    answer = { ok: true, value: { ...rule, draft, revision: 4 } }
    expect(await saveDraft(rule, figures)).toBe(true)
    expect(sent[1]?.input).toEqual({ ruleId: 'point-value', figures, seenRevision: 3 })
    expect(shown()).toMatchObject({ draft, revision: 4 })
  })

  it('name the version and the draft that were seen when one is published', async () => {
    answer = { ok: true, value: { ...rule, version: 2, revision: 4 } }
    expect(await publish(rule)).toBe(true)
    expect(sent[1]?.input).toEqual({ ruleId: 'point-value', seenVersion: 1, seenRevision: 3 })
    expect(shown()?.version).toBe(2)
  })

  it('stay as they were when somebody else was quicker', async () => {
    answer = { ok: false, code: 'RULE_CHANGED', message: '', requestId: 'r' }
    expect(await publish(rule)).toBe(false)
    expect(shown()).toEqual(rule)
  })
})
