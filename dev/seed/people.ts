import { HEBIN, WUTONG } from './shop'

export interface DemoPerson {
  readonly openid: string
  readonly nickname: string
  readonly avatar: string
  readonly birthdayOn: string | null
}

export interface DemoStaff extends DemoPerson {
  readonly displayName: string
  readonly stores: Readonly<Record<string, 'staff' | 'manager'>>
  readonly communityOwner: boolean
  /** The whole shop is hers. */
  readonly owner: boolean
}

/** Opens the shop for the first time on the phone; the only one who has not joined. */
export const newcomer = 'demo-new'
export const shopper = 'demo-shopper-1'
export const quietShopper = 'demo-shopper-2'
export const wutongStaff = 'demo-staff-1'
export const hebinStaff = 'demo-staff-2'
export const manager = 'demo-manager-1'
export const communityOwner = 'demo-owner-1'

/** Those who serve: they are members too, and cannot settle for themselves. */
export const demoStaff: readonly DemoStaff[] = [
  {
    openid: manager,
    nickname: '顾明远',
    avatar: 'preset:cloud',
    birthdayOn: '1984-03-18',
    displayName: '顾明远',
    stores: { [WUTONG]: 'manager', [HEBIN]: 'manager' },
    communityOwner: false,
    owner: true,
  },
  {
    openid: wutongStaff,
    nickname: '佳怡',
    avatar: 'preset:lemon',
    birthdayOn: '1999-07-02',
    displayName: '沈佳怡',
    stores: { [WUTONG]: 'staff' },
    communityOwner: false,
    owner: false,
  },
  {
    openid: hebinStaff,
    nickname: '志远哥',
    avatar: 'preset:sky',
    birthdayOn: null,
    displayName: '何志远',
    stores: { [HEBIN]: 'staff' },
    communityOwner: false,
    owner: false,
  },
  {
    openid: communityOwner,
    nickname: '徐敏·3栋团长',
    avatar: 'preset:plum',
    birthdayOn: '1978-11-05',
    displayName: '徐敏',
    stores: {},
    communityOwner: true,
    owner: false,
  },
]

/** Those who only shop. The second one has a name as long as WeChat allows people to be. */
export const demoShoppers: readonly DemoPerson[] = [
  { openid: shopper, nickname: '林晓棠', avatar: 'preset:peach', birthdayOn: '1993-05-20' },
  {
    openid: quietShopper,
    nickname: '梧桐里三号楼爱喝豆浆的欧阳慧敏妈妈',
    avatar: 'preset:leaf',
    birthdayOn: null,
  },
  { openid: 'demo-chen', nickname: '陈桂兰', avatar: 'preset:plum', birthdayOn: '1956-09-30' },
  { openid: 'demo-li', nickname: '老李头', avatar: 'preset:cloud', birthdayOn: '1951-01-12' },
  { openid: 'demo-zhou', nickname: '小周同学', avatar: 'preset:sky', birthdayOn: '2003-12-01' },
  { openid: 'demo-wang', nickname: '王雅琴', avatar: 'preset:peach', birthdayOn: '1987-04-16' },
  { openid: 'demo-zhao', nickname: '赵一鸣', avatar: 'preset:lemon', birthdayOn: null },
  { openid: 'demo-sun', nickname: '孙老师', avatar: 'preset:leaf', birthdayOn: '1969-09-10' },
  { openid: 'demo-wu', nickname: '吴伟', avatar: 'preset:sky', birthdayOn: null },
  { openid: 'demo-qian', nickname: '钱多多的妈', avatar: 'preset:lemon', birthdayOn: '1990-08-08' },
]
