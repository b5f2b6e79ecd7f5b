import type { KnownPerson, PersonRole as Role, ShopKind } from '../shop-now'

export interface Person {
  readonly openid: string
  readonly name: string
  /** What tells this person from others of the same role. */
  readonly about: string
  readonly role: Role
}

/** Everybody whose phone can be held. */
export const cast: readonly Person[] = [
  { openid: 'demo-new', name: '新邻居', about: '还没入会', role: 'newcomer' },
  { openid: 'demo-shopper-1', name: '林晓棠', about: '老顾客', role: 'shopper' },
  { openid: 'demo-shopper-2', name: '欧阳慧敏妈妈', about: '名字很长', role: 'shopper' },
  { openid: 'demo-owner-1', name: '徐敏', about: '3 栋', role: 'communityOwner' },
  { openid: 'demo-staff-1', name: '沈佳怡', about: '梧桐里店', role: 'staff' },
  { openid: 'demo-staff-2', name: '何志远', about: '河滨店', role: 'staff' },
  { openid: 'demo-manager-1', name: '顾明远', about: '两家店', role: 'manager' },
]

/** A WeChat group of the neighbourhood, and who of the cast is in it. */
export interface DemoGroup {
  readonly opengid: string
  readonly name: string
  /** The community that has it in the demo shop; null for one that nobody has bound yet. */
  readonly community: string | null
  readonly openids: readonly string[]
}

export const groups: readonly DemoGroup[] = [
  {
    ...{ opengid: 'demo-group-wutong', name: '梧桐里三栋邻居群', community: '梧桐里三栋邻居群' },
    openids: ['demo-new', 'demo-shopper-1', 'demo-shopper-2', 'demo-owner-1'],
  },
  {
    ...{ opengid: 'demo-group-hebin', name: '河滨晨跑群', community: '河滨晨跑群' },
    openids: ['demo-owner-1'],
  },
  {
    ...{ opengid: 'demo-group-new', name: '新建的四栋群', community: null },
    openids: ['demo-owner-1'],
  },
]

export function groupsOf({ openid }: Person): readonly DemoGroup[] {
  return groups.filter(({ openids }) => openids.includes(openid))
}

export const roleNames: Readonly<Record<Role, string>> = {
  newcomer: '新客',
  shopper: '会员',
  staff: '店员',
  communityOwner: '团长',
  manager: '店长',
}

/** Staff and the manager stand at the counter; everybody else begins at home. */
export const firstPages: Readonly<Record<Role, string>> = {
  newcomer: '/tabs/home/index',
  shopper: '/tabs/home/index',
  staff: '/staff/scan/index',
  communityOwner: '/tabs/home/index',
  manager: '/staff/scan/index',
}

export function canScan({ role }: Person): boolean {
  return role === 'staff' || role === 'manager'
}

/**
 * Somebody of the cast as the shop knows her by now: who has not joined is a newcomer, whatever she
 * is in the demo shop; who has goes by the name and the role that she has there.
 */
export function asKnown(person: Person, known: KnownPerson | undefined): Person {
  const { openid } = person
  if (!known) return { ...person, about: '还没入会', role: 'newcomer' }
  const { name, role, stores } = known
  const [store = '', ...others] = stores
  const about = others.length > 0 ? `${stores.length} 家店` : store
  if (about !== '') return { openid, name, about, role }
  return { openid, name, about: name === person.name ? person.about : '会员', role }
}

const usual: Readonly<Record<ShopKind, readonly string[]>> = {
  demo: ['demo-new', 'demo-shopper-1', 'demo-staff-1'],
  empty: ['demo-manager-1', 'demo-staff-1', 'demo-new'],
}

/**
 * The openids named in `?phones=a,b,c`, each once; otherwise a newcomer, a shopper, a clerk, and in
 * a shop that opens now its owner, a clerk and the first neighbour.
 */
export function startingOpenids(search: string, kind: ShopKind | null): readonly string[] {
  const named = new URLSearchParams(search).get('phones')?.split(',') ?? []
  const found = [...new Set(named)].filter((openid) => cast.some((one) => one.openid === openid))
  return found.length > 0 ? found : usual[kind ?? 'demo']
}
