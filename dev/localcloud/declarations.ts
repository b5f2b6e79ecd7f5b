/** What a collection is before anything is in it; `_id` is always indexed and unique. */
export interface CollectionDeclaration {
  readonly indexes: readonly CollectionIndex[]
  /** Fields with an index of kind `2dsphere`. */
  readonly placeIndexes?: readonly string[]
  /** What phones may do without a cloud function. */
  readonly clientRules: ClientRules
}

/** The collections that exist from the start, by name. */
export type Declarations = Readonly<Record<string, CollectionDeclaration>>

/** In a unique index a field that a document lacks counts as null, and two nulls collide. */
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
