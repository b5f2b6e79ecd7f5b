import { serve } from '../runtime/serve'
import { keepTiers } from './keep-tiers'
import { previewMoves } from './preview-moves'
import { showMine } from './show-mine'
import { showTable } from './show-table'

export const main = serve('tiers', { mine: showMine, table: showTable, previewMoves }, keepTiers)
