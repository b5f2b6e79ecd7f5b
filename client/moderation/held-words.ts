import type { HeldRow } from './held.store'

const kinds: Readonly<Record<string, string>> = {
  communityRules: '群规',
  communityName: '社群名称',
  drop: '社群福利',
  couponTemplate: '券模板',
  list: '接龙',
  shopText: '店铺资料',
  reward: '礼品',
}
const fields: Readonly<Record<string, string>> = {
  title: '的名字',
  terms: '的说明',
  words: '的说明',
  items: '的商品',
  pickupPoints: '的自提点',
  pictures: '的图片',
  picture: '的图片',
}

/** What the text belongs to, by the rows of the server's table: `群规`, `社群福利的说明`. */
export function kindText({ kind, field }: Pick<HeldRow, 'kind' | 'field'>): string {
  const what = kinds[kind]
  if (what === undefined) return '一段文字'
  const isNamed = kind === 'drop' || kind === 'list' || kind === 'reward'
  return isNamed ? `${what}${fields[field] ?? ''}` : what
}
