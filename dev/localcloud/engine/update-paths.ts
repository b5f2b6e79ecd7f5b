import { notSupported, writeFailed } from '../platform-error'

/** Two changes of an update may not touch the same place, nor one the inside of another. */
export function claimPath(paths: string[], path: string): void {
  if (path === '_id' || path.startsWith('_id.')) {
    const reason = "Performing an update on the path '_id' would modify the immutable field '_id'"
    throw writeFailed('Update', reason)
  }
  checkSegments(path)
  const rival = paths.find(
    (other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`),
  )
  if (rival !== undefined) {
    const reason = `Updating the path '${path}' would create a conflict at '${rival}'`
    throw writeFailed('Update', reason)
  }
  paths.push(path)
}

/** A path with the position at which the query met an array in the place of its `$`. */
export function resolvePath(path: string, position: number | undefined): string {
  if (!path.includes('$')) return path
  const segments = path.split('.')
  if (!segments.includes('$')) return path
  if (position === undefined) {
    const reason = 'The positional operator did not find the match needed from the query.'
    throw writeFailed('Update', reason)
  }
  return segments.map((segment) => (segment === '$' ? String(position) : segment)).join('.')
}

function checkSegments(path: string): void {
  const segments = path.split('.')
  if (segments.some((segment) => segment === '' || segment === '__proto__')) {
    const reason = `The update path '${path}' contains an empty field name, which is not allowed.`
    throw writeFailed('Update', reason)
  }
  if (!path.includes('$')) return
  const dynamic = segments.filter((segment) => segment.startsWith('$'))
  const filtered = dynamic.find((segment) => segment.startsWith('$['))
  if (filtered !== undefined) throw notSupported(`${filtered} in an update's path`)
  if (segments[0]?.startsWith('$')) {
    const reason =
      "Cannot have positional (i.e. '$') element in the first position " + `in path '${path}'`
    throw writeFailed('Update', reason)
  }
  if (dynamic.length > 1) {
    const reason = `Too many positional (i.e. '$') elements found in path '${path}'`
    throw writeFailed('Update', reason)
  }
  const named = dynamic.find((segment) => segment !== '$')
  if (named !== undefined) {
    const reason = `The dollar ($) prefixed field '${named}' in '${path}' is not valid for storage.`
    throw writeFailed('Update', reason)
  }
}
