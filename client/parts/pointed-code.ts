import { openPages, type Route } from '../routes'

type Take = (code: string) => void

/**
 * In the browser staff may point at the code on a neighbouring phone: the page around both sends
 * its digits as a message. The page of the route takes it while it is the one looked at: those
 * below it stay mounted and hear it too. WeChat knows no such messages.
 */
export const onPointedCode: (route: Route, take: Take) => () => void =
  process.env.TARO_ENV === 'h5' ? listenToWindow : listenToNothing

function listenToWindow(route: Route, take: Take): () => void {
  const receive = ({ origin, data }: MessageEvent<unknown>) => {
    const code = origin === window.location.origin ? codeIn(data) : null
    if (code && openPages().at(-1) === route) take(code)
  }
  window.addEventListener('message', receive)
  return () => window.removeEventListener('message', receive)
}

function listenToNothing(): () => void {
  return () => {}
}

function codeIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('code' in data))
    return null
  return data.type === 'huilin:scan' && typeof data.code === 'string' ? data.code : null
}
