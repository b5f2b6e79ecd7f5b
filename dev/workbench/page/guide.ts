import type { Deed, ShopKind, ShopNow } from '../shop-now'
import { make, makeButton, part } from './element'

/** One step of the guide, done once its deed was. */
export interface Step {
  readonly deed: Deed
  /** What stands between asterisks is what she taps. */
  readonly words: string
}

/** After this deed the guide has done its work, and makes room. */
const AIM: Deed = 'bought'

const guides: Readonly<Record<ShopKind, readonly Step[]>> = {
  demo: [
    { deed: 'joined', words: '在新邻居的手机上点*立即入会*。' },
    { deed: 'gifted', words: '领取*新人礼包*。' },
    {
      deed: 'bought',
      words:
        '打开她的*会员码*，把店员手机下的*扫一扫*拖过去；店员输入金额，确认收款，积分马上到账。',
    },
    { deed: 'redeemed', words: '到*积分商城*兑换一件礼品。' },
    { deed: 'handedOver', words: '出示*自提码*，店员再扫一次，交给她。' },
    {
      deed: 'claimed',
      words: '几分钟后有一场*社群福利*：点会员手机下的*从群卡片打开*，到点开抢。',
    },
  ],
  empty: [
    { deed: 'owned', words: '在店主的手机上入会，到*我的*里点*开店*，输入下面的开店码。' },
    { deed: 'told', words: '在*店长工作台*的*店铺资料*里写上店名和门店。' },
    { deed: 'stocked', words: '在*礼品*里新建礼品：拍照、定积分、入库。' },
    { deed: 'staffed', words: '请店员入会，打开会员码；店主在*员工管理*里添加。' },
    { deed: 'bought', words: '邻居入会后打开*会员码*，店员*扫一扫*，输入金额，确认收款。' },
    { deed: 'redeemed', words: '积分够了，她到*积分商城*兑换礼品。' },
    { deed: 'handedOver', words: '她出示*自提码*，店员再扫一次，交给她。' },
  ],
}

/** The steps of a shop's guide. One that nobody knows how it was filled is taken for the demo. */
export function stepsOf(kind: ShopKind | null): readonly Step[] {
  return guides[kind ?? 'demo']
}

/**
 * Shows the guide: what is done is ticked, the next step stands out. It is on top of the desk until
 * the first purchase is booked.
 */
export function showGuide({ kind, done, setupCode }: ShopNow): void {
  const panel = part(document, '.guide')
  const steps = stepsOf(kind)
  const next = steps.find(({ deed }) => !done.includes(deed))
  panel.classList.toggle('is-later', done.includes(AIM))
  part(panel, 'h2').textContent = next ? titleOf(kind) : '都走过一遍了'
  const lines = steps.map((step) => {
    const isDone = done.includes(step.deed)
    const state = isDone ? 'done' : step === next ? 'next' : ''
    const mark = make('span', { className: 'guide-mark', text: isDone ? '✓' : '' })
    if (isDone) mark.setAttribute('aria-label', '已完成')
    const look = { className: state, data: { deed: step.deed } }
    return make('li', look, mark, make('span', {}, ...emphasized(step.words)))
  })
  part(panel, 'ol').replaceChildren(...lines)
  showCode(part(panel, '.guide-code'), setupCode)
}

function titleOf(kind: ShopKind | null): string {
  return kind === 'empty' ? '开一家新店' : '第一次来？跟着走五分钟'
}

/** Drawn once, so that what she marks to copy stays marked. */
function showCode(place: HTMLElement, setupCode: string | null): void {
  if (place.dataset.code === (setupCode ?? '')) return
  place.dataset.code = setupCode ?? ''
  place.replaceChildren()
  if (setupCode === null) return
  const copy = makeButton({ text: '复制' }, async () => {
    await navigator.clipboard.writeText(setupCode)
    copy.textContent = '已复制'
  })
  place.append(make('small', { text: '开店码' }), make('strong', { text: setupCode }), copy)
}

function emphasized(words: string): readonly (Node | string)[] {
  return words.split('*').map((text, at) => (at % 2 === 1 ? make('b', { text }) : text))
}
