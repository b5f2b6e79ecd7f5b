import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren, ReactNode } from 'react'
import './app.scss'

export default function App({ children }: PropsWithChildren): ReactNode {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({ traceUser: false })
  })
  return children
}
