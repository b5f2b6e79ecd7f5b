import { type EffectCallback, useEffect, useRef } from 'react'

/**
 * Stand-in for @tarojs/taro in page tests. What a page does to the phone is written down in
 * `phone.done`; what the cloud says is decided by the test: `phone.answer = (name, event) => …`.
 */
export interface CloudEvent {
  action: string
  requestId?: string
  input: unknown
  /** What `CloudID` made of the group's cloudID. */
  group?: unknown
}

interface Phone {
  /** Every call of the phone's own functions, as [name, options]. */
  done: [name: string, options: unknown][]
  storage: Map<string, unknown>
  /** What the page was opened with. */
  params: Record<string, string>
  /** The cloudID of the card's group, a refusal of the phone, or nothing: without a card. */
  groupCloudId?: string | Error
  /** What WeChat's sheet for messages says, or its refusal to be shown. */
  permitAnswers?: object | Error
  /** What WeChat's sheet of payment fails with; absent: she pays. */
  paymentFault?: object
  answer?: (feature: string, event: CloudEvent) => unknown
  reset(): void
}

export const phone: Phone = {
  done: [],
  storage: new Map(),
  params: {},
  reset() {
    phone.done = []
    phone.storage.clear()
    phone.params = {}
    phone.answer = undefined
    phone.groupCloudId = undefined
    phone.permitAnswers = undefined
    phone.paymentFault = undefined
  },
}

type Callback = () => void

export const useDidShow = (run: Callback) => useOnce(run)
export const useLoad = (run: (params: Record<string, string>) => void) =>
  useOnce(() => run(phone.params))
export const useReady = (run: Callback) => useOnce(run)
export const useLaunch = (run: Callback) => useOnce(run)
export const useDidHide = () => undefined
export const useUnload = (run: Callback) => useOnce(() => run)
export const usePullDownRefresh = () => undefined
export const useReachBottom = () => undefined
export const useShareAppMessage = () => undefined
export const usePageScroll = () => undefined
export const useTabItemTap = () => undefined
export const useRouter = () => ({ params: phone.params, path: '' })

/** A page is shown once in a test; what `run` answers is called when the page goes. */
function useOnce(run: EffectCallback): void {
  const first = useRef(run)
  useEffect(() => first.current(), [])
}

const cloud = {
  init: () => undefined,
  CloudID: (cloudID: string) => ({ marked: cloudID }),
  async callFunction({ name, data }: { name: string; data: CloudEvent }) {
    if (!phone.answer) throw new Error(`nobody answers ${name}.${data.action} in this test`)
    return { result: await phone.answer(name, data) }
  },
}

const answers: Readonly<Record<string, unknown>> = {
  showModal: { confirm: true, cancel: false },
  getScreenBrightness: { value: 0.5 },
  getNetworkType: { networkType: 'wifi' },
  chooseLocation: { latitude: '31.2304', longitude: '121.4737' },
}

const own = {
  cloud,
  async getGroupEnterInfo() {
    phone.done.push(['getGroupEnterInfo', undefined])
    if (phone.groupCloudId instanceof Error) throw phone.groupCloudId
    if (phone.groupCloudId === undefined) throw new Error('getGroupEnterInfo:fail 40097')
    return { errMsg: 'getGroupEnterInfo:ok', cloudID: phone.groupCloudId }
  },
  canIUse: () => true,
  async requestSubscribeMessage(options: unknown) {
    phone.done.push(['requestSubscribeMessage', options])
    if (phone.permitAnswers instanceof Error) throw phone.permitAnswers
    return phone.permitAnswers ?? { errMsg: 'requestSubscribeMessage:ok' }
  },
  async requestPayment(options: unknown) {
    phone.done.push(['requestPayment', options])
    if (phone.paymentFault) throw phone.paymentFault
    return { errMsg: 'requestPayment:ok' }
  },
  getStorageSync: (key: string) => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => phone.storage.set(key, value),
  removeStorageSync: (key: string) => phone.storage.delete(key),
  getLaunchOptionsSync: () => ({ query: {}, scene: 1001, path: '' }),
  getSystemInfoSync: () => ({ windowWidth: 375, windowHeight: 812, pixelRatio: 2 }),
  getWindowInfo: () => ({ windowWidth: 375, windowHeight: 812, pixelRatio: 2 }),
  getCurrentInstance: () => ({ router: { params: phone.params } }),
  getCurrentPages: () => [],
  arrayBufferToBase64: (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64'),
  getEnv: () => 'WEAPP',
  eventCenter: { on: () => undefined, off: () => undefined, trigger: () => undefined },
  useDidShow,
  useLoad,
  useReady,
  useLaunch,
  useDidHide,
  useUnload,
  usePullDownRefresh,
  useReachBottom,
  useShareAppMessage,
  usePageScroll,
  useRouter,
}

/** Whatever else a page asks of the phone succeeds and is written down. */
const Taro = new Proxy<Record<string, unknown>>(own, {
  get(target, name) {
    if (typeof name !== 'string' || name in target) return Reflect.get(target, name)
    return (options?: unknown) => {
      phone.done.push([name, options])
      return Promise.resolve(answers[name] ?? {})
    }
  },
})

export default Taro
