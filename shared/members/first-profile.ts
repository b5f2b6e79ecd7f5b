/** What a member is called and shown as until she says so herself. */
export const FIRST_NICKNAME = '惠邻会员'
export const FIRST_AVATAR = 'preset:leaf'
