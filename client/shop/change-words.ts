import type { FieldChange } from '@shared/shop/shop-facts'
import { dayText } from '../format'
import type { ShopChange } from './shop.store'

const labels: Readonly<Record<FieldChange['field'], string>> = {
  name: '名称',
  slogan: '一句话介绍',
  notice: '公告',
  noticeFromOn: '公告开始',
  noticeUntilOn: '公告结束',
  address: '地址',
  hours: '营业时间',
  phone: '电话',
  place: '地图位置',
  role: '身份',
  owner: '身份',
}
const roles: Readonly<Record<string, string>> = { staff: '店员', manager: '店长', owner: '店主' }

/** What was changed: `店铺资料`, `门店“河滨店”`, `员工“小陈”`. */
export function changeTitle({ kind, subjectName }: ShopChange): string {
  if (kind === 'shop') return '店铺资料'
  if (kind === 'storeOpened') return `新开门店“${subjectName}”`
  return kind === 'store' ? `门店“${subjectName}”` : `员工“${subjectName}”`
}

/** A line a field: `营业时间：07:00–21:00 改为 08:00–20:00`. */
export function changeLines({ fields }: Pick<ShopChange, 'fields'>): readonly string[] {
  return fields.map((change) => {
    const { field, before, after } = change
    if (field === 'role' || field === 'owner') return roleLine(change)
    const label = labels[field]
    if (before === null) return `${label}：填写为 ${valueText(field, after)}`
    if (after === null) return `${label}：去掉了 ${valueText(field, before)}`
    return `${label}：${valueText(field, before)} 改为 ${valueText(field, after)}`
  })
}

function roleLine({ before, after, storeName }: FieldChange): string {
  const where = storeName ?? '全店'
  const [was, is] = [before, after].map((role) => (role === null ? null : (roles[role] ?? role)))
  if (!was) return `${where}：任命为${is}`
  return is ? `${where}：由${was}改为${is}` : `${where}：不再是${was}`
}

function valueText(field: FieldChange['field'], value: string | null): string {
  const isDate = field === 'noticeFromOn' || field === 'noticeUntilOn'
  return isDate && value !== null ? dayText(value) : (value ?? '')
}
