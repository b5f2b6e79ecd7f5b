import fc from 'fast-check'
import * as v from 'valibot'
import { textItems } from '../../../dev/harness/text-lists'
import { entryName, entryRemark } from '../../contract/list-fields'
import type { ListItem } from '../list'
import { readText } from './read-text'
import { toText, type WrittenList } from './to-text'

const items = textItems(['苹果', '梨', '西瓜/jin', 'T恤 白色', 'T恤 黑色'])
const plain = { title: '周末水果', above: ['三点截单'], items }

describe('a list as native text', () => {
  it('is written as people write it', () => {
    const entries = [
      { entryNo: 1, name: '王姐', lines: [{ itemId: 'i1', quantity: 2 }], remark: null },
      {
        entryNo: 3,
        name: '3栋501',
        lines: [
          { itemId: 'i3', quantity: 2.5 },
          { itemId: 'i4', quantity: 1 },
        ],
        remark: '晚点拿',
      },
    ]
    expect(toText({ ...plain, entries })).toBe(
      '#接龙\n周末水果\n三点截单\n\n1. 王姐 苹果×2\n3. 3栋501 西瓜2.5斤 T恤（白色）×1 备注：晚点拿',
    )
  })

  it('quotes a name that could be an order', () => {
    const entries = [
      { entryNo: 1, name: '苹果2', lines: [{ itemId: 'i2', quantity: 1 }], remark: null },
    ]
    expect(toText({ ...plain, entries })).toContain('1. 〔苹果2〕 梨×1')
  })

  it('gives back every entry, whatever the names, remarks and goods look like', () => {
    const texts = fc.property(anyList(), (list) => {
      const read = readText(toText(list), { items: list.items, taken: [] })
      expect(read.doubts).toEqual([])
      expect(
        read.entries.map(({ seen, number, ...entry }) => ({ entryNo: number, ...entry })),
      ).toEqual(list.entries)
    })
    fc.assert(texts, { numRuns: 200 })
  })
})

const hostile = [
  ...[
    '苹果2',
    '2份',
    '王姐 苹果2',
    '取消',
    '同上',
    '+1',
    '1. 王姐',
    '王姐 2. 李姐 梨3',
    '例',
    '#接龙',
  ],
  ...[
    '〔苹果〕',
    '〕',
    '〔',
    'a〕b〔',
    '备注：x',
    '小钟2箱',
    '各一份',
    '改成3',
    '505 4/4',
    '13800138000',
  ],
  ...[
    '李四十份',
    '🍎',
    '👨‍👩‍👧',
    'A',
    'AB',
    '×2',
    '- - - -',
    '（大号）',
    '(',
    '不要了',
    '已付',
    '王  姐',
  ],
  ...[
    '2',
    '①',
    '1️⃣',
    '加1',
    '一样',
    '半斤',
    '？',
    '\u3000王',
    '王\u0336姐',
    '\u00a0x',
    '王\u2028姐',
  ],
]
const goods = [
  '苹果',
  '梨',
  '苹果醋',
  'A套餐',
  'B套餐',
  'J 鸡胸',
  '2份',
  '取消',
  '×3',
  '🍎',
  '备注',
  '505',
]
const specs = [null, null, '大号', '5斤', '30枚', '2份', '500g/袋', '（甜）']

function typed(schema: typeof entryName) {
  const letters = fc.constantFrom(
    ...'王李苹果梨2份个×+-. 、：，（）〔〕①一半各同上取消改加已付备注栋#1aAxX🍎\u200d',
  )
  return fc
    .oneof(
      fc.constantFrom(...hostile),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.array(letters, { minLength: 1, maxLength: 14 }).map((parts) => parts.join('')),
    )
    .map((words) => v.safeParse(schema, words))
    .filter(({ success }) => success)
    .map(({ output }) => String(output))
}

function anyItem(place: number): fc.Arbitrary<ListItem> {
  const name = fc.oneof(fc.constantFrom(...goods), typed(entryName))
  const unit = fc.constantFrom<'piece' | 'jin'>('piece', 'piece', 'jin')
  const [plainItem] = textItems(['货'])
  return fc
    .record({ name, unit, spec: fc.constantFrom(...specs) })
    .map((known) => ({ ...(plainItem as ListItem), ...known, itemId: `i${place + 1}` }))
}

function anyList(): fc.Arbitrary<WrittenList> {
  return fc
    .integer({ min: 1, max: 8 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => anyItem(place))))
    .chain((some) =>
      fc.record({
        title: typed(entryName),
        above: fc.array(typed(entryName), { maxLength: 3 }),
        items: fc.constant(some),
        entries: fc
          .array(anyEntry(some), { maxLength: 15 })
          .map((entries) =>
            entries.map((entry, place) => ({ ...entry, entryNo: place * 2 + 1 + (place % 2) })),
          ),
      }),
    )
}

function anyEntry(some: readonly ListItem[]) {
  const lines = fc
    .subarray([...some], { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(({ itemId, unit }) =>
          fc
            .integer({ min: 1, max: 300 })
            .map((count) => ({ itemId, quantity: unit === 'jin' ? count / 2 : count })),
        ),
      ),
    )
  const remark = fc.option(typed(entryRemark))
  return fc.record({ entryNo: fc.constant(0), name: typed(entryName), lines, remark })
}
