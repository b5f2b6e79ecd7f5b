import type { Area } from './area'
import { aggregation } from './areas/aggregation'
import { clientRules } from './areas/client-rules'
import { collections } from './areas/collections'
import { conflicts } from './areas/conflicts'
import { documents } from './areas/documents'
import { expressions } from './areas/expressions'
import { fieldNames } from './areas/field-names'
import { functions, identity } from './areas/functions'
import { geography } from './areas/geography'
import { errors, limits } from './areas/limits'
import { lists } from './areas/lists'
import { objectIds } from './areas/object-ids'
import { openInterfaces } from './areas/open-interfaces'
import { payments } from './areas/payments'
import { queries } from './areas/queries'
import { ordering, projections } from './areas/reading'
import { schemas } from './areas/schemas'
import { storage } from './areas/storage'
import { timers } from './areas/timers'
import { expiry, selfWait, transactions } from './areas/transactions'
import { uniqueIndexes } from './areas/unique-indexes'
import { manyUpdates, updates } from './areas/updates'
import { wire } from './areas/wire'

/** The suite. Each area stands for one part of what the local cloud promises. */
export const areas: readonly Area[] = [
  documents,
  objectIds,
  fieldNames,
  queries,
  schemas,
  geography,
  ordering,
  projections,
  updates,
  manyUpdates,
  lists,
  aggregation,
  expressions,
  transactions,
  expiry,
  selfWait,
  conflicts,
  uniqueIndexes,
  collections,
  limits,
  errors,
  wire,
  functions,
  identity,
  timers,
  storage,
  openInterfaces,
  payments,
  clientRules,
]
