import { LIST_NOON, listShown } from '../../dev/harness/list-shown'
import { drawPoster, type Surface, wrapped } from './poster-drawing'

describe('a poster', () => {
  it('wraps a long title letter by letter, and ends it in dots', () => {
    const isTooWide = (line: string) => line.length > 4
    expect(wrapped('周六草莓和西瓜', { isTooWide, most: 2 })).toEqual(['周六草莓', '和西瓜'])
    expect(wrapped('周六草莓和西瓜还有荔枝', { isTooWide, most: 2 })).toEqual([
      '周六草莓',
      '和西瓜…',
    ])
    expect(wrapped('草莓', { isTooWide, most: 1 })).toEqual(['草莓'])
  })

  it('says what, for how much, until when and where', () => {
    const { surface, written } = noted()
    drawPoster(surface, { list: listShown(), now: LIST_NOON, code: null })
    for (const words of [
      '周六草莓和西瓜',
      '会员 ¥19.90',
      '非会员 ¥25.90',
      '¥3/斤',
      '自提：梧桐里店',
    ]) {
      expect(written).toContain(words)
    }
    expect(written).toContain('今天 18:00 截单')
    expect(written).toContain('2 人已接龙')
    expect(written).toContain('点开群里的接龙卡片，或在小程序「接龙」里找到它')
  })

  it('is scanned where there is a code, and says so', () => {
    const { surface, written, drawn } = noted()
    const code = document.createElement('img')
    drawPoster(surface, { list: listShown(), now: LIST_NOON, code })
    expect(drawn).toEqual([code])
    expect(written).toContain('扫码就能接龙')
  })
})

/** A surface that remembers what was written and which pictures were drawn. */
function noted() {
  const written: string[] = []
  const drawn: unknown[] = []
  const nothing = () => undefined
  const surface: Surface = {
    ...{ fillRect: nothing, beginPath: nothing, arc: nothing, fill: nothing },
    measureText: (text: string) => ({ width: text.length * 20 }) as TextMetrics,
    fillText: (text: string) => {
      written.push(text)
    },
    drawImage: (picture: unknown) => {
      drawn.push(picture)
    },
    ...{ fillStyle: '', font: '', textAlign: 'left', textBaseline: 'alphabetic' },
  }
  return { surface, written, drawn }
}
