import { isDocument, type Value } from './document'

/** Where in the outermost array a condition was met: what `$` stands for in an update's path. */
export interface Trace {
  position?: number
}

/** Whether a value, or what a path leads to from it, meets a condition. */
export type Visit = (value: Value | undefined, trace?: Trace) => boolean

/** What a condition sees at the end of its path: one value, undefined where nothing is. */
export type Test = (value: Value | undefined) => boolean

/**
 * A condition at the end of a dotted path. As in MongoDB an array on the way is entered through
 * each of its documents and by a numeric segment, and one of them meeting the condition is enough.
 */
export function visitPath(path: string, visitEnd: Visit): Visit {
  return path.split('.').reduceRight((next, segment) => visitSegment(segment, next), visitEnd)
}

/** A condition that an array meets through one of its elements, or as a whole. */
export function visitElements(test: Test): Visit {
  return (value, trace) => {
    if (Array.isArray(value) && elementMeets(value, test, trace)) return true
    return test(value)
  }
}

/** Whether one element meets the condition; notes which. */
export function elementMeets(list: readonly Value[], visit: Visit, trace?: Trace): boolean {
  for (let position = 0; position < list.length; position += 1) {
    if (!visit(list[position])) continue
    if (trace !== undefined) trace.position = position
    return true
  }
  return false
}

function visitSegment(segment: string, next: Visit): Visit {
  const position = /^\d+$/.test(segment) ? Number(segment) : undefined
  const visit: Visit = (value, trace) => {
    if (Array.isArray(value)) {
      if (position !== undefined && next(value[position], trace)) return true
      return elementMeets(value, (element) => isDocument(element) && visit(element), trace)
    }
    if (!isDocument(value)) return next(undefined, trace)
    return next(Object.hasOwn(value, segment) ? value[segment] : undefined, trace)
  }
  return visit
}
