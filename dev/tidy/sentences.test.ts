import { houseOf } from './house'
import { punctuation } from './punctuation'
import { styles } from './styles'

describe('punctuation', () => {
  const countIn = (path: string, text: string) => punctuation(houseOf({ [path]: text })).length
  const countInPage = (text: string, path = 'README.zh-CN.md') =>
    punctuation(houseOf({}, [], { [path]: text })).length

  it.each([
    "const a = '请核对,再试'",
    "const a = '会员:她'",
    ['const a = `', '{name}:共 1 行`'].join('$'),
    ['const a = `', '{count} 行(有误)`'].join('$'),
    "const a = '还有吗?'",
    "const a = '没有了.'",
    'const a = <View>好了!</View>',
    'const a = <View title="先选,再改" />',
    'const a = \'点"修改"就行\'',
  ])('refuses: %s', (text) => {
    expect(countIn('client/a.tsx', text)).toBe(1)
  })

  it.each([
    "const a = '请核对，再试：8:00–9:30，共 1,280.50 元'",
    "const a = '表格（CSV）'",
    "// 请核对,再试\nconst a = '好'",
    'const a = /会员:(她|他)?/',
    "const a = { 会员: 1, '手机号': 2 }",
    'const a = open(名, 数)',
  ])('allows: %s', (text) => {
    expect(countIn('client/a.tsx', text)).toBe(0)
  })

  it('looks at what ships, and not at patterns of what people write', () => {
    const text = "const a = '请核对,再试'"
    expect(countIn('cloudfunctions/mall/a.ts', text)).toBe(1)
    for (const path of ['client/a.test.tsx', 'dev/a.ts', 'shared/lists/text/a.ts']) {
      expect(countIn(path, text)).toBe(0)
    }
  })

  it('reads a Chinese page without its code and addresses', () => {
    expect(countInPage('先装好,再打开\n\n会员(老人)也行')).toBe(2)
    expect(countInPage('```\n先装,再开\n```\n看[说明](docs/说明.md)，`门店,日期`')).toBe(0)
    expect(countInPage('先装好,再打开', 'README.md')).toBe(0)
  })
})

describe('styles', () => {
  const foundIn = (texts: Record<string, string>) =>
    styles(houseOf(texts)).map(({ path, line, sentence }) => `${path}:${line} ${sentence}`)

  it('gives a class to one sheet, to a shared one first', () => {
    const part = '.row {\n  color: red;\n}\n'
    expect(
      foundIn({ 'client/a/a.scss': `.b { c: d }\n${part}`, 'client/parts/row.scss': part }),
    ).toEqual(['client/a/a.scss:2 .row belongs to client/parts/row.scss'])
    expect(foundIn({ 'client/a/a.scss': part, 'client/b/b.scss': `.x,\n.row {}` })).toEqual([
      'client/b/b.scss:2 .row belongs to client/a/a.scss',
    ])
    expect(
      foundIn({ 'client/a/a.scss': part, 'client/b/b.scss': `@media print { .row {} }` }),
    ).toHaveLength(1)
    expect(foundIn({ 'client/a/a.scss': part, 'client/b/b.scss': `.row:active {}` })).toHaveLength(
      1,
    )
  })

  it('lets a sheet style another one’s class inside its own, or beside its own', () => {
    const part = '.row { .row-title { a: b } }'
    const inside =
      '.mine .row {}\n.mine { .row { a: b } }\n.row.mine-row {}\n// .row {}\n/* .row {} */'
    expect(foundIn({ 'client/a/a.scss': inside, 'client/parts/row.scss': part })).toEqual([])
  })
})
