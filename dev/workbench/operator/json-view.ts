import { make, makeButton } from '../page/element'
import { linesOf } from './json-lines'

const COPIED_MS = 1_200

/** A value for reading, with a button that copies it as it is. */
export function jsonView(value: unknown): HTMLElement {
  const lines = linesOf(value).map(({ depth, tokens }) => {
    const spans = tokens.map(({ kind, text }) => make('span', { className: `json-${kind}`, text }))
    const line = make('span', 'json-line', ...spans)
    line.style.setProperty('--depth', String(depth))
    return line
  })
  const copy = makeButton({ className: 'json-copy', text: '复制', title: '复制 JSON' }, () => {
    navigator.clipboard.writeText(JSON.stringify(value, null, 2)).then(
      () => say('已复制'),
      () => say('复制不了'),
    )
  })
  const say = (text: string) => {
    copy.textContent = text
    setTimeout(() => {
      copy.textContent = '复制'
    }, COPIED_MS)
  }
  const text = make('pre', { attributes: { tabindex: '0' } }, ...lines)
  return make('div', 'json', copy, text)
}

/** Text that should be JSON, and is shown as it stands when it is not. */
export function jsonTextView(text: string): HTMLElement {
  try {
    return jsonView(JSON.parse(text))
  } catch {
    return make('div', 'json', make('pre', { text, attributes: { tabindex: '0' } }))
  }
}
