import { createReading } from '../reading'

/** The draft as it was saved: what will be published, not what stands in the form. */
export const previewStore = createReading('lists.draft')
