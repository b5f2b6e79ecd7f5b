import { clerk, EAST, type ShopUnderTest } from './shop-under-test'
import type { Own, Twin } from './twin'

/** What calls each endpoint of members twice. */
export function memberTwins(shop: ShopUnderTest): Own<'members'> {
  const member = async (input: Twin['input'] = {}): Promise<Twin> => ({
    as: (await shop.newMember()).who,
    input,
  })
  const profile = {
    avatar: 'preset:peach',
    birthday: { calendar: 'lunar' as const, month: 3, day: 29, year: 1993 },
  }
  return {
    'members.join': async () => ({ as: shop.fresh('newcomer'), input: { scene: 'poster-1' } }),
    'members.home': () => member(),
    'members.code': () => member(),
    'members.updateProfile': async () => ({
      ...(await member({ ...profile, nickname: '林晓棠' })),
      another: { ...profile, nickname: '林小棠' },
    }),
    'members.reveal': async () => {
      const { who } = await shop.newMember()
      await shop.value('members.updateProfile', { as: who, input: profile })
      const input = { memberCode: await shop.codeOf(who), storeId: EAST, what: 'birthday' }
      return {
        as: clerk,
        input: { ...input, reason: '核对生日礼' },
        another: { ...input, reason: '会员来电询问' },
      }
    },
  }
}
