import { Aggregator, ProcessingMode } from 'mingo'
import type { Meter } from '../gateway/meter'
import { notSupported } from '../platform-error'
import { type Document, isDocument } from './document'
import type { EngineState } from './engine-state'
import { expressionFailed } from './expressions'
import { findDocuments } from './reading'

/** Runs an aggregation over what is stored, as the platform does outside transactions. */
export function aggregateDocuments(
  state: EngineState,
  name: string,
  request: { stages: readonly Document[]; asOf?: number; meter?: Meter },
): Document[] {
  const { stages, asOf, meter } = request
  for (const stage of stages) refuseUnsound(stage)
  const first = stages[0]?.$match
  const filter = isDocument(first) ? first : {}
  const source = findDocuments(state, name, { filter, asOf, meter })
  const limited = stages.some((stage) => Object.hasOwn(stage, '$limit'))
  const pipeline = [...stages, { $limit: limited ? mostAggregated : defaultAggregated }]
  try {
    return new Aggregator(pipeline, {
      scriptEnabled: false,
      processingMode: ProcessingMode.CLONE_INPUT,
      collectionResolver: (other) => findDocuments(state, other, { filter: {}, asOf, meter }),
    }).run<Document>(source)
  } catch (fault) {
    throw expressionFailed(fault)
  }
}

const defaultAggregated = 20
const mostAggregated = 10_000

/** These give other results in the library than on the platform; a wrong answer helps nobody. */
const unsound = new Set(['$indexOfCP', '$week', '$out', '$merge', '$function', '$accumulator'])

function refuseUnsound(part: unknown): void {
  if (typeof part !== 'object' || part === null) return
  for (const [key, value] of Object.entries(part)) {
    if (unsound.has(key)) throw notSupported(key)
    if (key === '$substr' && Array.isArray(value) && Number(value[2]) < 0) {
      throw notSupported('$substr with a negative length')
    }
    refuseUnsound(value)
  }
}
