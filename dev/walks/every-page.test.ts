import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { splitMemberCode } from '../../shared/members/member-code'
import { chosenStories } from '../changed/chosen-stories'
import { shareOfStories } from '../changed/story-shares'
import { launchBrowser } from '../harness/browser'
import { callerOf } from '../harness/cloud-caller'
import type { LocalCloud } from '../localcloud/cloud'
import { type KeptShop, keepShop } from './bench'
import { billScenes } from './bill-scenes'
import { booksScenes } from './books-scenes'
import { checkinScenes } from './checkin-scenes'
import { communityStory } from './community-scenes'
import { layOutShots } from './contact-sheet'
import { couponBillScenes } from './coupon-bill-scenes'
import { couponDeskScenes } from './coupon-desk-scenes'
import { dayEndScenes } from './day-end-scenes'
import { couponScenes, dropScenes } from './drop-scenes'
import { prepareDrops } from './drop-shop'
import { giftScenes } from './gift-scenes'
import { listCounterScenes } from './list-counter-scenes'
import { listBookScenes, listDeskScenes } from './list-desk-scenes'
import { listShopperScenes } from './list-scenes'
import { prepareLists } from './list-shop'
import { mallScenes, networkScenes } from './mall-scenes'
import { managerCommunityScenes } from './manager-community-scenes'
import { managerScenes } from './manager-scenes'
import { oldCardScenes } from './old-card-scenes'
import { payScenes } from './pay-scenes'
import { payingScenes } from './paying-scenes'
import { FROZEN, pointsScenes } from './points-scenes'
import { purchaseScenes } from './purchase-scenes'
import { rewardDeskScenes } from './reward-desk-scenes'
import { ruleScenes } from './rule-scenes'
import { shopFactsScenes } from './shop-facts-scenes'
import { FRESH, LATE, shopperScenes } from './shopper-scenes'
import { staffScenes } from './staff-scenes'
import { type Look, lookAt, type Story } from './stories'
import { tierScenes } from './tier-scenes'

const NOW = '2026-11-21T02:00:00.000Z'
const DAY_MS = 86_400_000
const pictures = join(__dirname, '../../.cache/pictures')
/** Scenes are looked at in the order of their lanes: a test may wait for all others. */
const ALL_OF_THEM_MS = 20 * 60_000

const allStories: readonly Story[] = [
  shopperScenes,
  pointsScenes,
  purchaseScenes,
  checkinScenes,
  dropScenes,
  couponScenes,
  couponBillScenes,
  mallScenes,
  payScenes,
  networkScenes,
  staffScenes,
  payingScenes,
  billScenes,
  managerScenes,
  managerCommunityScenes,
  communityStory,
  couponDeskScenes,
  rewardDeskScenes,
  giftScenes,
  dayEndScenes,
  oldCardScenes,
  booksScenes,
  ruleScenes,
  shopFactsScenes,
  tierScenes,
  listShopperScenes,
  listDeskScenes,
  listBookScenes,
  listCounterScenes,
]
/** `HUILIN_PAGES=/mall/reward/index,…` looks at the stories that these pages are in alone. */
const pages = (process.env.HUILIN_PAGES ?? '').split(',').filter(Boolean)
/** `HUILIN_SHARE=1/2` looks at the first half of them, for a process that has the other. */
const share = process.env.HUILIN_SHARE ?? '1/1'
const stories = shareOfStories(chosenStories(allStories, pages), share)
/** A page waits for its answers longer than it works: two cores have time for four, in all. */
const lanes = share === '1/1' ? 4 : 2

describe('every page in every state, light and dark', () => {
  let shop: KeptShop
  let browser: Browser
  let looking: ReturnType<typeof lookAt>
  const looks: Look[] = []

  beforeAll(async () => {
    browser = await launchBrowser()
    shop = await keepShop(NOW, prepare)
    looking = lookAt(stories, { shop, browser, lanes })
  }, 120_000)
  afterAll(async () => {
    await looking?.ended
    if (looks.length > 0) await layOutShots(browser, looks, { folder: pictures, share })
    await browser?.close()
    shop?.remove()
  }, 120_000)

  it.each(stories.flat())(
    '$name shows $title',
    async (scene) => {
      const look = await looking.lookOf(scene)
      looks.push(look)
      expect(look.shot.complaints).toEqual([])
      expect(look.barriers).toEqual([])
    },
    ALL_OF_THEM_MS,
  )
})

/** Who joined a moment ago, who eight days ago, and whose points are frozen. */
async function prepare(cloud: LocalCloud): Promise<void> {
  const caller = callerOf(cloud.origin)
  cloud.clock.advance(-8 * DAY_MS)
  await caller.value('members.join', { as: LATE })
  cloud.clock.advance(8 * DAY_MS)
  await caller.value('members.join', { as: FRESH })
  const { memberCode } = await caller.value('members.code', { as: FROZEN })
  const { memberNumber } = splitMemberCode(memberCode)
  const input = { memberNumber, reason: '核对 11 月 17 日的两笔消费' }
  await caller.value('points.freeze', { as: 'demo-manager-1', input })
  await prepareDrops(cloud)
  await prepareLists(cloud)
}
