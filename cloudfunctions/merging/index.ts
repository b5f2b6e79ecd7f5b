import { serve } from '../runtime/serve'
import { listMerges } from './list-merges'
import { mergeMembers } from './merge-members'
import { previewMerge } from './preview-merge'
import { sweepMerges } from './sweep-merges'
import { undoMerge } from './undo-merge'

const useCases = { preview: previewMerge, merge: mergeMembers, undo: undoMerge, merges: listMerges }

export const main = serve('merging', useCases, sweepMerges)
