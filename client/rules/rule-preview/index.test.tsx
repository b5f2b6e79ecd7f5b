import { effectOf, samplesFor } from '@shared/purchases/rule-samples'
import { differencesBetween } from '@shared/rules/rule-draft'
import { figuresOf, withRule } from '@shared/rules/rule-figures'
import { newShop } from '@shared/rules/shop'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { previewStore, publishStore, type RuleState, rulesStore } from '../rules.store'
import RulePreviewPage from './index'

describe('the preview of a rule', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { ruleId: 'earn-by-spend' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    rulesStore.setState(rulesStore.getInitialState())
    previewStore.setState(previewStore.getInitialState())
    publishStore.setState(publishStore.getInitialState())
  })

  it('shows what changes, and three purchases now and then', async () => {
    await open(drafted)
    expect(screen.getByText('¥2.00')).toBeTruthy()
    for (const points of ['18 分', '9 分', '90 分', '45 分', '1,288 分', '644 分']) {
      expect(screen.getByText(points)).toBeTruthy()
    }
  })

  it('publishes after one more question, and says when it is in force', async () => {
    const published = { ok: true, value: { ...rule, version: 2, revision: 2 } }
    const sent = await open(drafted, published)
    await tap('发布')
    expect(screen.getByText('发布消费积分第 2 版？')).toBeTruthy()
    expect(sent.map(({ action }) => action)).not.toContain('publishRule')
    await tap('确认发布')
    expect(sent.find(({ action }) => action === 'publishRule')?.input).toEqual({
      ruleId: 'earn-by-spend',
      seenVersion: 1,
      seenRevision: 1,
    })
    expect(screen.getByText('第 2 版已发布')).toBeTruthy()
  })

  it('says from when, where a rule is not in force at once', async () => {
    const takesEffect = '2026年11月29日这一天到2026年11月30日 3 点结束，从此每天 3 点换日'
    const published = { ok: true, value: { ...rule, version: 2, takesEffect } }
    await open(drafted, published, { ...preview, takesEffect })
    expect(screen.getByText(takesEffect)).toBeTruthy()
    await tap('发布')
    expect(screen.queryByText(/发布后一分钟内/)).toBeNull()
    await tap('确认发布')
    expect(screen.getByText(takesEffect)).toBeTruthy()
  })

  it('says so when the other manager was quicker', async () => {
    const message = '另一位店长刚刚改过这条规则，请看过最新的内容再操作'
    await open(drafted, { ok: false, code: 'RULE_CHANGED', message, requestId: 'r' })
    await tap('发布')
    await tap('确认发布')
    expect(screen.getByText(message)).toBeTruthy()
    expect(screen.queryByText('确认发布')).toBeNull()
    await tap('看最新内容')
    expect(phone.done.map(([name]) => name)).toContain('navigateBack')
  })

  it('has nothing to show without a draft', async () => {
    await open(rule)
    expect(screen.getByText('没有草稿')).toBeTruthy()
  })
})

const me = {
  isStaff: true,
  isManager: true,
  isOwner: false,
  communityOwner: false,
  displayName: '顾明远',
  stores: [],
}
const ruleId = 'earn-by-spend'
const figures = figuresOf(ruleId, newShop)
const next = { version: 2, figures: { ...figures, fenPerPoint: 200 } }
const after = withRule(newShop, ruleId, next)
const rule: RuleState = {
  ruleId,
  version: 1,
  figures,
  publishedAt: null,
  publishedByName: null,
  takesEffect: null,
  draft: null,
  revision: 1,
}
const drafted: RuleState = {
  ...rule,
  draft: { figures: next.figures, savedAt: 0, savedByName: '顾明远' },
}
const preview = {
  takesEffect: null as string | null,
  differences: differencesBetween(ruleId, figures, next.figures),
  samples: samplesFor('2026-03-10', { before: newShop, after }).map((sample) => ({
    ...sample,
    before: effectOf(sample, newShop),
    after: effectOf(sample, after),
  })),
}

async function open(
  shown: RuleState,
  published: object = {},
  previewed = preview,
): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'previewRule') return { ok: true, value: previewed }
    if (event.action === 'publishRule') return published
    return { ok: true, value: { serverNow: 0, rules: [shown] } }
  }
  await act(async () => {
    render(<RulePreviewPage />)
  })
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
