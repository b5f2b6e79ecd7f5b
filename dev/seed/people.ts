import type { Birthday } from '../../shared/calendar/birthday'
import { HEBIN, WUTONG } from './shop'

const solar = (year: number, month: number, day: number): Birthday => ({
  calendar: 'solar',
  ...{ month, day, year },
})
/** As the old keep it. */
const lunar = (year: number, month: number, day: number): Birthday => ({
  ...solar(year, month, day),
  calendar: 'lunar',
})

export interface DemoPerson {
  readonly openid: string
  readonly nickname: string
  readonly avatar: string
  /** `tomorrow`: on the day after the demo begins, whenever that is. */
  readonly birthday: Birthday | 'tomorrow' | null
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
    birthday: solar(1984, 3, 18),
    displayName: '顾明远',
    stores: { [WUTONG]: 'manager', [HEBIN]: 'manager' },
    communityOwner: false,
    owner: true,
  },
  {
    openid: wutongStaff,
    nickname: '佳怡',
    avatar: 'preset:lemon',
    birthday: solar(1999, 7, 2),
    displayName: '沈佳怡',
    stores: { [WUTONG]: 'staff' },
    communityOwner: false,
    owner: false,
  },
  {
    openid: hebinStaff,
    nickname: '志远哥',
    avatar: 'preset:sky',
    birthday: null,
    displayName: '何志远',
    stores: { [HEBIN]: 'staff' },
    communityOwner: false,
    owner: false,
  },
  {
    openid: communityOwner,
    nickname: '徐敏·3栋团长',
    avatar: 'preset:plum',
    birthday: solar(1978, 11, 5),
    displayName: '徐敏',
    stores: {},
    communityOwner: true,
    owner: false,
  },
]

/** Those who only shop. The second one has a name as long as WeChat allows people to be. */
export const demoShoppers: readonly DemoPerson[] = [
  { openid: shopper, nickname: '林晓棠', avatar: 'preset:peach', birthday: solar(1993, 5, 20) },
  {
    openid: quietShopper,
    nickname: '梧桐里三号楼爱喝豆浆的欧阳慧敏妈妈',
    avatar: 'preset:leaf',
    birthday: null,
  },
  { openid: 'demo-chen', nickname: '陈桂兰', avatar: 'preset:plum', birthday: lunar(1956, 8, 26) },
  { openid: 'demo-li', nickname: '老李头', avatar: 'preset:cloud', birthday: lunar(1950, 12, 5) },
  { openid: 'demo-zhou', nickname: '小周同学', avatar: 'preset:sky', birthday: solar(2003, 12, 1) },
  { openid: 'demo-wang', nickname: '王雅琴', avatar: 'preset:peach', birthday: solar(1987, 4, 16) },
  { openid: 'demo-zhao', nickname: '赵一鸣', avatar: 'preset:lemon', birthday: null },
  { openid: 'demo-sun', nickname: '孙老师', avatar: 'preset:leaf', birthday: solar(1969, 9, 10) },
  { openid: 'demo-wu', nickname: '吴伟', avatar: 'preset:sky', birthday: 'tomorrow' },
  // She was not here for half a year.
  { openid: 'demo-he', nickname: '何秋月', avatar: 'preset:plum', birthday: null },
  {
    openid: 'demo-qian',
    nickname: '钱多多的妈',
    avatar: 'preset:lemon',
    birthday: solar(1990, 8, 8),
  },
]
