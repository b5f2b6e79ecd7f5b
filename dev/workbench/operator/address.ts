/** Where the operator looks: the pane, what is open in it, and its filters. */
export interface Place {
  readonly pane: string
  readonly opened: readonly string[]
  readonly filters: Readonly<Record<string, string>>
}

/** `#/log/<id>?function=mall` → a place. Anything strange reads as far as it goes. */
export function readPlace(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const [pane = '', ...opened] = path.split('/').map(decode)
  return { pane, opened: opened.filter(Boolean), filters: Object.fromEntries(filtersIn(search)) }
}

export function hashOf({ pane, opened, filters }: Place): string {
  const path = [pane, ...opened].map(encodeURIComponent).join('/')
  const filled = Object.entries(filters).filter(([, value]) => value !== '')
  const search = new URLSearchParams(filled).toString()
  return `#/${path}${search ? `?${search}` : ''}`
}

function filtersIn(search: string): URLSearchParams {
  return new URLSearchParams(search)
}

/** A broken escape is taken as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
