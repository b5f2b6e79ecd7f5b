import {
  copyOf,
  emptyForm,
  formOf,
  lastsChoices,
  lastsText,
  missingIn,
  opensAtOf,
  planOf,
  quotaOf,
  whensAt,
} from './drop-form'
import type { DropRow } from './drops.store'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const NOON = at('2026-11-21T12:00')
const NIGHT = at('2026-11-21T20:00')

const drop: DropRow = {
  ...{ dropId: 'd1', batchId: 'd1', title: '周五咖啡券', terms: '限堂食', state: 'closed' },
  textState: 'approved',
  ...{ templateId: 'coffee', couponTitle: '咖啡券' },
  ...{ opensAt: at('2026-11-20T19:30'), closesAt: at('2026-11-20T21:00') },
  who: { joinedBeforeOn: '2026-11-20', tierFrom: null },
  communities: [
    { communityId: 'east', name: '东街群', quota: 30, claims: 30, redemptions: 4 },
    { communityId: 'gone', name: '旧群', quota: 10, claims: 2, redemptions: 0 },
  ],
}

describe('a drop that is copied', () => {
  it('opens on the next evening, for the same people, in the communities that are left', () => {
    const form = copyOf(drop, ['east', 'west'], NOON)
    expect(opensAtOf(form, NOON)).toBe(at('2026-11-21T20:00'))
    expect(planOf(form, NOON)).toEqual({
      ...{ title: '周五咖啡券', terms: '限堂食', templateId: 'coffee' },
      who: { joinedBeforeOn: '2026-11-21' },
      ...{ opensAt: at('2026-11-21T20:00'), closesAt: at('2026-11-21T21:30') },
      quotas: [{ communityId: 'east', quota: 30 }],
    })
    expect(missingIn(form, NOON)).toBeNull()
  })

  it('opens tomorrow once this evening has begun', () => {
    const form = copyOf(drop, ['east'], NIGHT)
    expect(whensAt(NIGHT).map(({ value }) => value)).toEqual(['tomorrow', 'picked'])
    expect(opensAtOf(form, NIGHT)).toBe(at('2026-11-22T20:00'))
  })
})

describe('a drop that is changed', () => {
  it('stands as it was planned', () => {
    const planned = planOf(formOf(drop), NOON)
    const { opensAt, closesAt } = drop
    expect(planned).toMatchObject({ opensAt, closesAt, who: { joinedBeforeOn: '2026-11-20' } })
    expect(planned.quotas).toHaveLength(2)
  })
})

describe('the form of a drop', () => {
  const empty = emptyForm(['east'], NOON)

  it('says what is missing, one thing at a time', () => {
    expect(missingIn(empty, NOON)).toBe('选一种券')
    const chosen = { ...empty, templateId: 'coffee' }
    expect(missingIn(chosen, NOON)).toBe('起个名字')
    const named = { ...chosen, title: '咖啡' }
    expect(missingIn(named, NOON)).toBeNull()
    expect(missingIn({ ...named, quotas: { east: 0 } }, NOON)).toBe('至少给一个群分几张')
    const past = { ...named, when: 'picked', pickedOn: '2026-11-21', pickedTime: '12:00' } as const
    expect(missingIn(past, NOON)).toBe('换一个还没到的时间')
  })

  it('leaves out communities that get none, and terms that say nothing', () => {
    const form = { ...empty, title: ' 咖啡 ', terms: '  ', quotas: { east: 5, west: 0 } }
    const plan = planOf(form, NOON)
    expect(plan.quotas).toEqual([{ communityId: 'east', quota: 5 }])
    expect(plan).not.toHaveProperty('terms')
    expect(plan.title).toBe('咖啡')
    expect(plan.who).toEqual({})
  })

  it('reads a quota as digits, up to the most', () => {
    expect([quotaOf('30'), quotaOf(''), quotaOf('3x'), quotaOf('-1')]).toEqual([30, 0, 0, 0])
    expect(quotaOf('99999')).toBe(5_000)
  })

  it('offers the usual lengths, and the one that was copied', () => {
    expect(lastsChoices(empty)).toEqual([60, 120, 1_440])
    expect(lastsChoices(formOf(drop))).toEqual([60, 90, 120, 1_440])
    expect([60, 90, 1_440].map(lastsText)).toEqual(['1 小时', '90 分钟', '1 天'])
  })
})
