// The browser knows no theme file: there the dark colours come from app.scss.
const themed = process.env.TARO_ENV === 'weapp'

export default defineAppConfig({
  pages: ['tabs/home/index', 'tabs/mall/index', 'tabs/lists/index', 'tabs/me/index'],
  subPackages: [
    { root: 'join', pages: ['enrol/index'] },
    { root: 'gifts', pages: ['pack/index', 'waiting/index'] },
    { root: 'members', pages: ['code/index', 'profile/index'] },
    { root: 'messages', pages: ['inbox/index', 'reminders/index', 'reach/index'] },
    { root: 'points', pages: ['history/index', 'change/index', 'opening/index'] },
    { root: 'purchases', pages: ['list/index', 'purchase/index'] },
    { root: 'stamps', pages: ['card/index'] },
    { root: 'checkin', pages: ['month/index'] },
    { root: 'referrals', pages: ['invite/index'] },
    { root: 'tiers', pages: ['levels/index'] },
    { root: 'coupons', pages: ['wallet/index', 'received/index'] },
    { root: 'drops', pages: ['drop/index'] },
    { root: 'lists', pages: ['list/index', 'poster/index', 'mine/index', 'damage/index'] },
    { root: 'mall', pages: ['reward/index', 'redemptions/index', 'redemption/index'] },
    {
      root: 'staff',
      pages: ['scan/index', 'old-card/index', 'handover/index', 'store-code/index'],
    },
    { root: 'till', pages: ['till/index', 'bill/index', 'forgotten/index', 'pickup/index'] },
    { root: 'refunds', pages: ['purchases/index', 'purchase/index', 'refund/index'] },
    { root: 'roster', pages: ['appoint/index', 'staff/index', 'set-up/index'] },
    { root: 'shop', pages: ['facts/index', 'store/index', 'changes/index'] },
    { root: 'closings', pages: ['closing/index', 'closings/index', 'closing-record/index'] },
    { root: 'manager', pages: ['desk/index'] },
    { root: 'member-desk', pages: ['find/index', 'member/index'] },
    { root: 'accounts', pages: ['account/index', 'adjustments/index'] },
    { root: 'merging', pages: ['merges/index'] },
    {
      root: 'rules',
      pages: ['rules/index', 'rule/index', 'rule-preview/index', 'rule-versions/index'],
    },
    {
      root: 'books',
      pages: ['certificates/index', 'certificate/index', 'rebuild/index', 'liability/index'],
    },
    {
      root: 'community',
      pages: [
        'desk/index',
        'community/index',
        'rules/index',
        'board/index',
        'drops/index',
        'plan/index',
        'drop/index',
      ],
    },
    {
      root: 'list-desk',
      pages: [
        'lists/index',
        'edit/index',
        'preview/index',
        'list/index',
        'entries/index',
        'paste/index',
        'totals/index',
        'arrival/index',
        'left/index',
        'damages/index',
        'statement/index',
        'approvals/index',
      ],
    },
    { root: 'communities', pages: ['communities/index', 'community/index', 'appoint/index'] },
    { root: 'payments', pages: ['flags/index'] },
    { root: 'moderation', pages: ['held/index', 'invitations/index'] },
    {
      root: 'coupon-desk',
      pages: ['templates/index', 'template/index', 'preview/index', 'issue/index', 'batches/index'],
    },
    {
      root: 'reward-desk',
      pages: ['shelf/index', 'reward/index', 'stock/index', 'changes/index'],
    },
    { root: 'gift-desk', pages: ['rules/index', 'rule/index', 'calendar/index'] },
    { root: 'imports', pages: ['import/index', 'imports/index', 'import-report/index'] },
  ],
  // The code must open in a shop without network, and joining is one tap away: both are fetched
  // while the home tab is looked at. So is the till while the scan page waits for the first member.
  preloadRule: {
    'tabs/home/index': { network: 'all', packages: ['members', 'join', 'gifts'] },
    'staff/scan/index': { network: 'all', packages: ['till'] },
  },
  // The platform opens its map for what is named here.
  requiredPrivateInfos: ['chooseLocation'],
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '惠邻',
    navigationBarBackgroundColor: themed ? '@paper' : '#FBF7F2',
    navigationBarTextStyle: themed ? '@textStyle' : 'black',
    backgroundColor: themed ? '@paper' : '#FBF7F2',
    backgroundTextStyle: themed ? '@pullStyle' : 'dark',
  },
  tabBar: {
    color: themed ? '@tabInk' : '#6B635B',
    selectedColor: themed ? '@brand' : '#C8401C',
    backgroundColor: themed ? '@card' : '#FFFFFF',
    borderStyle: 'black',
    list: [tab('home', '首页'), tab('mall', '积分商城'), tab('lists', '接龙'), tab('me', '我的')],
  },
})

function tab(name: string, text: string) {
  return {
    pagePath: `tabs/${name}/index`,
    text,
    iconPath: `assets/tabs/${name}.png`,
    selectedIconPath: `assets/tabs/${name}-on.png`,
  }
}
