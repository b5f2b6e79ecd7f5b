import { createReading } from '../reading'

/** The communities that she looks after: a list may be one of theirs. */
export const ownCommunitiesStore = createReading('communities.mine')
