import { createReading } from '../reading'

/** All that the home tab needs in one request; the other tabs and joining look at it too. */
export const homeStore = createReading('members.home', { keepAs: 'home' })

export function loadHome(): Promise<void> {
  return homeStore.getState().load({})
}
