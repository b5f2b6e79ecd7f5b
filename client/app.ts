import Taro, { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren, ReactNode } from 'react'
import './app.scss'
import { textSizeStore } from './session/text-size.store'

export default function App({ children }: PropsWithChildren): ReactNode {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({ traceUser: false })
  })
  useDidShow(() => textSizeStore.getState().readPhone())
  return children
}
