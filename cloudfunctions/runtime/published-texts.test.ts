import { admitPublishedText } from './published-texts'

describe('a text that is in force', () => {
  it('is refused with the clause, and read once', () => {
    const first = admitPublishedText('title', '转发朋友圈领券')
    expect(first).toMatchObject({ ok: false, code: 'SHARE_RULE', detail: { field: 'title' } })
    expect(admitPublishedText('title', '转发朋友圈领券')).toBe(first)
    expect(admitPublishedText('terms', '转发朋友圈领券')).toMatchObject({
      detail: { field: 'terms' },
    })
  })

  it('is admitted when it is lawful, also after many others', () => {
    for (let place = 0; place < 600; place += 1) admitPublishedText('title', `新人礼包 ${place}`)
    expect(admitPublishedText('title', '新人礼包')).toEqual({ ok: true, value: null })
  })
})
