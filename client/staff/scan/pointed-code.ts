/**
 * In the browser staff may point at the code on a neighbouring phone: the page around both
 * sends its digits as a message. WeChat knows no such messages.
 */
export const onPointedCode: (take: (code: string) => void) => () => void =
  process.env.TARO_ENV === 'h5' ? listenToWindow : listenToNothing

function listenToWindow(take: (code: string) => void): () => void {
  const receive = ({ origin, data }: MessageEvent<unknown>) => {
    const code = origin === window.location.origin ? codeIn(data) : null
    if (code) take(code)
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
