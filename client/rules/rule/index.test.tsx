import { figuresOf } from '@shared/rules/rule-figures'
import { newShop } from '@shared/rules/shop'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { draftStore, type RuleState, rulesStore } from '../rules.store'
import RulePage from './index'

describe('the page of one rule', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { ruleId: 'earn-by-spend' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    rulesStore.setState(rulesStore.getInitialState())
    draftStore.setState(draftStore.getInitialState())
  })

  it('shows the figures in force, and has nothing to save yet', async () => {
    const sent = await open(rule)
    expect(screen.getByLabelText('得 1 积分需实付')).toHaveProperty('value', '1.00')
    await tap('没有改动')
    expect(sent.map(({ action }) => action)).not.toContain('saveRuleDraft')
  })

  it('says under a field what is wrong with it, and sends nothing', async () => {
    const sent = await open(rule)
    await type('有效期', '0')
    expect(screen.getByText('有效期要在 1 个月 到 60 个月 之间')).toBeTruthy()
    await tap('保存草稿，看看效果')
    expect(sent.map(({ action }) => action)).not.toContain('saveRuleDraft')
  })

  it('keeps the draft, then shows what it would change', async () => {
    const sent = await open(rule, { ok: true, value: drafted })
    await type('得 1 积分需实付', '2')
    await tap('保存草稿，看看效果')
    expect(sent.find(({ action }) => action === 'saveRuleDraft')?.input).toMatchObject({
      ruleId: 'earn-by-spend',
      figures: { fenPerPoint: 200, dayCapPoints: null },
      seenRevision: 0,
    })
    const url = '/rules/rule-preview/index?ruleId=earn-by-spend'
    expect(phone.done).toContainEqual(['navigateTo', { url }])
  })

  it('goes on from a draft, which can be given up', async () => {
    const sent = await open(drafted, { ok: true, value: { ...rule, revision: 2 } })
    expect(screen.getByLabelText('得 1 积分需实付')).toHaveProperty('value', '2.00')
    await tap('放弃草稿')
    expect(sent.find(({ action }) => action === 'saveRuleDraft')?.input).toMatchObject({
      figures: { fenPerPoint: 100 },
      seenRevision: 1,
    })
    expect(screen.queryByText('放弃草稿')).toBeNull()
  })

  it('names the clause of a title that rewards sharing, and a lawful form', async () => {
    const message = '平台不允许拿好处换分享，请换一种写法'
    const detail = { field: 'title', clause: '5.1.1：不能把分享当作条件', instead: '欢迎分享' }
    await open(rule, { ok: false, code: 'SHARE_RULE', message, detail, requestId: 'r' })
    await type('有效期', '24')
    await tap('保存草稿，看看效果')
    expect(
      screen.getByText(`${message}。5.1.1：不能把分享当作条件。可以这样写：“欢迎分享”`),
    ).toBeTruthy()
  })

  it('leads to the newest draft when somebody else was quicker', async () => {
    const message = '另一位店长刚刚改过这条规则，请看过最新的内容再操作'
    await open(rule, { ok: false, code: 'RULE_CHANGED', message, requestId: 'r' })
    await type('有效期', '24')
    await tap('保存草稿，看看效果')
    expect(screen.getByText(message)).toBeTruthy()
    await tap('看最新内容')
    expect(screen.queryByText(message)).toBeNull()
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
const figures = figuresOf('earn-by-spend', newShop)
const rule: RuleState = {
  ruleId: 'earn-by-spend',
  version: 1,
  figures,
  publishedAt: null,
  publishedByName: null,
  takesEffect: null,
  draft: null,
  revision: 0,
}
const drafted: RuleState = {
  ...rule,
  draft: { figures: { ...figures, fenPerPoint: 200 }, savedAt: 0, savedByName: '顾明远' },
  revision: 1,
}

async function open(shown: RuleState, saved: object = {}): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'saveRuleDraft') return saved
    return { ok: true, value: { serverNow: 0, rules: [shown] } }
  }
  await act(async () => {
    render(<RulePage />)
  })
  return sent
}

async function type(label: string, value: string): Promise<void> {
  await act(async () => {
    fireEvent.input(screen.getByLabelText(label), { target: { value } })
  })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
