/** How a collection is declared: who writes it, how it is read, whose its documents are. */

export interface CollectionIndex {
  readonly name: string
  readonly fields: readonly (readonly [path: string, direction: 1 | -1])[]
  readonly unique?: boolean
}

/**
 * One of the console's four permissions, or its security rules: true, false or an expression for
 * each kind of operation (docs.cloudbase.net/database/security-rules).
 */
export type ClientRules =
  | 'READONLY'
  | 'PRIVATE'
  | 'ADMINWRITE'
  | 'ADMINONLY'
  | Readonly<Partial<Record<'read' | 'write' | 'create' | 'update' | 'delete', boolean | string>>>

/** What merging, retention, export and deletion ask of a collection; the shop's own has none. */
export interface Belonging {
  /** The field that says which member a document is of; `_id` where that is it. */
  readonly memberBy?: string
  /**
   * It follows its member when her membership is merged (`memberId`, `mergeId`): the instants that
   * tell whether it was used since, so that the merge can no longer be undone.
   */
  readonly followsUnlessUsed?: readonly string[]
  /** Fields that say something of a person; a deletion empties them, an export shows them. */
  readonly personal?: readonly string[]
  /** It serves a moment only and is removed after so many days; without it nothing is removed. */
  readonly keptDays?: number
}

export interface CollectionDeclaration extends Belonging {
  /** The only folder under `cloudfunctions/` whose code writes it. */
  readonly owner: string
  readonly indexes: readonly CollectionIndex[]
  /** What phones may do without a cloud function: with ours, nothing. */
  readonly clientRules: ClientRules
}

const closed = { read: false, write: false } as const

/** Declares a collection that no phone may touch. */
export function declare<const B extends Belonging>(
  owner: string,
  indexes: readonly CollectionIndex[] = [],
  belonging?: B,
): Omit<CollectionDeclaration, keyof Belonging> & B {
  return Object.assign({ owner, indexes, clientRules: closed }, belonging)
}

/** An index that is not unique. */
export function by(name: string, ...fields: CollectionIndex['fields']): CollectionIndex {
  return { name, fields }
}

/** An index on some fields, all of them from the smallest up. */
export function rising(name: string, ...paths: readonly string[]): CollectionIndex {
  return { name, fields: paths.map((path) => [path, 1] as const) }
}

/** The same, and no two documents are equal in them. */
export function unique(name: string, ...paths: readonly string[]): CollectionIndex {
  return { ...rising(name, ...paths), unique: true }
}
