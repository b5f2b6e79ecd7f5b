import { goBack, open, openPages, type Query, type Route, replaceWith, routes } from '../routes'

/**
 * Shows a page above the scan page. Whoever is on another page already, e.g. on the last
 * member's till, has it put in its place, so that back always leads to the scan page. A hand-over
 * opens above a till, which keeps what was typed.
 */
export function openAtDesk(route: Route, query: Query = {}): void {
  const top = openPages().pop()
  const above = top === routes.scan || (top === routes.till && aboveTill.includes(route))
  if (above) open(route, query)
  else replaceWith(route, query)
}

/** Is a till open under this page? */
export function isAboveTill(): boolean {
  const pages = openPages()
  return pages[pages.length - 2] === routes.till
}

/** Back to the scan page, however staff came here. */
export function backToScan(): void {
  const pages = openPages()
  const place = pages.indexOf(routes.scan)
  if (place < 0) replaceWith(routes.scan)
  else goBack(pages.length - 1 - place)
}

/** What opens above a till, which keeps what was typed. */
const aboveTill: readonly Route[] = [
  ...[routes.handover, routes.forgotten, routes.bill, routes.oldCard, routes.pickupDesk],
]
