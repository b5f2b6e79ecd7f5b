export type Role = 'newcomer' | 'shopper' | 'clerk'

export interface Person {
  readonly openid: string
  readonly name: string
  readonly role: Role
}

/** Everybody whose phone can be held, with the page that it opens on. */
export const cast: readonly Person[] = [
  { openid: 'demo-new', name: '新邻居 · 还没入会', role: 'newcomer' },
  { openid: 'demo-shopper-1', name: '林晓棠 · 老顾客', role: 'shopper' },
  { openid: 'demo-shopper-2', name: '欧阳慧敏妈妈 · 名字很长', role: 'shopper' },
  { openid: 'demo-owner-1', name: '徐敏 · 团长', role: 'shopper' },
  { openid: 'demo-staff-1', name: '沈佳怡 · 梧桐里店', role: 'clerk' },
  { openid: 'demo-staff-2', name: '何志远 · 河滨店', role: 'clerk' },
  { openid: 'demo-manager-1', name: '顾明远 · 店长', role: 'clerk' },
]

export const roleNames: Readonly<Record<Role, string>> = {
  newcomer: '新客',
  shopper: '会员',
  clerk: '店员',
}

export const firstPages: Readonly<Record<Role, string>> = {
  newcomer: '/tabs/home/index',
  shopper: '/tabs/home/index',
  clerk: '/staff/scan/index',
}

/** The openids named in `?phones=a,b,c`; otherwise a newcomer, a shopper and a clerk. */
export function startingPeople(search: string): readonly Person[] {
  const named = new URLSearchParams(search).get('phones')?.split(',') ?? []
  const found = named.flatMap((openid) => cast.filter((person) => person.openid === openid))
  if (found.length > 0) return found
  return ['demo-new', 'demo-shopper-1', 'demo-staff-1'].flatMap((openid) =>
    cast.filter((person) => person.openid === openid),
  )
}
