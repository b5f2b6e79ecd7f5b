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
    const written: string[] = []
    const nothing = () => undefined
    const surface: Surface = {
      ...{ fillRect: nothing, beginPath: nothing, arc: nothing, fill: nothing, drawImage: nothing },
      measureText: (text: string) => ({ width: text.length * 20 }) as TextMetrics,
      fillText: (text: string) => {
        written.push(text)
      },
      ...{ fillStyle: '', font: '', textAlign: 'left', textBaseline: 'alphabetic' },
    }
    drawPoster(surface, listShown(), LIST_NOON)
    for (const words of ['周六草莓和西瓜', '¥19.90', '¥3/斤', '自提：梧桐里店']) {
      expect(written).toContain(words)
    }
    expect(written).toContain('今天 18:00 截单 · 2 人已接龙')
  })
})
