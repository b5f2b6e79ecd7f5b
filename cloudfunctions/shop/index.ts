import { serve } from '../runtime/serve'
import { listChanges } from './list-changes'
import { saveShop } from './save-shop'
import { showShop } from './show-shop'

export const main = serve('shop', { show: showShop, save: saveShop, changes: listChanges })
