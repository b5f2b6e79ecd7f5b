import type { Engine } from '../engine/engine'
import type { Meter } from './meter'

/** The engine, telling the meter that is charged when it begins and ends to work. */
export function timeEngine(engine: Engine): Engine {
  return {
    ...engine,
    find: (name, filter, options) =>
      timed(options?.meter, () => engine.find(name, filter, options)),
    count: (name, filter, charge) => timed(charge?.meter, () => engine.count(name, filter, charge)),
    aggregate: (name, stages, charge) =>
      timed(charge?.meter, () => engine.aggregate(name, stages, charge)),
    insert: (name, documents, charge) =>
      timed(charge?.meter, () => engine.insert(name, documents, charge)),
    update: (name, request, charge) =>
      timed(charge?.meter, () => engine.update(name, request, charge)),
    remove: (name, request, charge) =>
      timed(charge?.meter, () => engine.remove(name, request, charge)),
    commit: (id, meter) => timed(meter, () => engine.commit(id, meter)),
  }
}

async function timed<Result>(
  meter: Meter | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  meter?.onEngine?.(1)
  try {
    return await work()
  } finally {
    meter?.onEngine?.(-1)
  }
}
