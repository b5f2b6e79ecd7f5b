import { clerk, EAST, manager, type ShopUnderTest } from './shop-under-test'
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
  const noted = async () => {
    const { memberId } = await shop.newMember()
    const input = { memberId, text: '膝盖不好，东西帮她送到门口' }
    return { ...input, ...(await shop.value('members.addNote', { as: manager, input })) }
  }
  return {
    ...desk(shop, noted),
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

/** What managers do. */
function desk(
  shop: ShopUnderTest,
  noted: () => Promise<{ memberId: string; noteId: string }>,
): Pick<
  Own<'members'>,
  'members.find' | 'members.show' | 'members.addNote' | 'members.removeNote'
> {
  const someone = async () => shop.numberOf((await shop.newMember()).who)
  return {
    'members.find': async () => ({
      as: manager,
      input: { text: await someone() },
      another: { text: await someone() },
    }),
    'members.show': async () => ({
      as: manager,
      input: { memberNumber: await someone() },
      another: { memberNumber: await someone() },
    }),
    'members.addNote': async () => {
      const { memberId } = await noted()
      const input = { memberId, text: '不吃香菜' }
      return { as: manager, input, another: { memberId, text: '不吃辣' } }
    },
    'members.removeNote': async () => ({
      as: manager,
      input: { noteId: (await noted()).noteId },
      another: { noteId: (await noted()).noteId },
    }),
  }
}
