import { queryFailed } from '../platform-error'

/**
 * Refuses a path with an empty name in it, as everything but a condition does: a name that ends
 * in a dot is one, for no stored field can be called so.
 */
export function checkFieldPath(path: string): void {
  if (path.endsWith('.')) throw queryFailed("FieldPath must not end with a '.'")
  if (path.split('.').includes(''))
    throw queryFailed('FieldPath field names may not be empty strings')
}
