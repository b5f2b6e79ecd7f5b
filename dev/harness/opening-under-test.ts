import { importsOf } from './import-under-test'
import { postJson } from './post'
import type { ShopUnderTest } from './shop-under-test'

/** Old members of a shop under test: their points, and their phones. */
export function openingsOf(shop: ShopUnderTest) {
  let made = 0
  return {
    newPhone: () => {
      made += 1
      return `139${String(made).padStart(8, '0')}`
    },
    /** Lets points wait under a phone: `points, date` for each lot. */
    wait: async (phone: string, ...lots: (readonly [points: number, expiresOn: string])[]) => {
      const rows = lots.map(([points, on]) => `${phone},${points},${on}`)
      return importsOf(shop).run('opening', `手机号,积分,到期日\n${rows.join('\n')}`)
    },
    /** What a tap on the phone-number button hands over. */
    tap: async (who: string, phone: string): Promise<string> => {
      const headers = { 'x-openid': who }
      const { body } = await postJson(
        `${shop.origin}/phone/number`,
        { phoneNumber: phone },
        headers,
      )
      return /"code":"([\w-]+)"/.exec(JSON.stringify(body))?.[1] ?? ''
    },
  }
}
