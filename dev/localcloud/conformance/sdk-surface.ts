/**
 * What the three SDKs have in common, with promises. Their own types describe callbacks and
 * promises in one union that nothing can be read from.
 */
export interface SdkCloud {
  init(settings: { env: string }): void
  createNewInstance(settings: { env: string; throwOnNotFound?: boolean }): SdkCloud
  database(settings: { env: string; throwOnNotFound?: boolean }): SdkDatabase
  callFunction(options: { name: string; data?: unknown }): Promise<{ result: unknown }>
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(options: { fileList: unknown[] }): Promise<{ fileList: StoredFile[] }>
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: StoredFile[] }>
}

export interface StoredFile {
  fileID: string
  status: number
  errMsg: string
  tempFileURL?: string
}

export type Row = Record<string, unknown>

export interface SdkDatabase extends SdkCollections {
  readonly command: SdkCommand
  readonly Geo: Readonly<Record<GeoName, (...parts: unknown[]) => unknown>>
  RegExp(options: { regexp: string; options?: string }): unknown
  serverDate(options?: { offset: number }): unknown
  createCollection(name: string): Promise<unknown>
  startTransaction(): Promise<SdkTransaction>
  runTransaction<T>(work: (transaction: SdkTransaction) => Promise<T>, times?: number): Promise<T>
}

export interface SdkTransaction extends SdkCollections {
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

interface SdkCollections {
  collection(name: string): SdkCollection
}

export interface SdkCollection extends SdkQuery {
  doc(id: string | number): SdkDocument
  add(options: { data: Row | Row[] }): Promise<{ _id?: string | number; _ids?: unknown[] }>
  aggregate(): SdkAggregate
}

export interface SdkDocument {
  field(projection: Row): SdkDocument
  get(): Promise<{ data: Row | null }>
  set(options: { data: Row }): Promise<{ stats: { updated: number; created: number } }>
  update(options: { data: Row }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface SdkQuery {
  where(filter: unknown): SdkQuery
  orderBy(path: string, direction: string): SdkQuery
  limit(count: number): SdkQuery
  skip(count: number): SdkQuery
  field(projection: Row): SdkQuery
  get(): Promise<{ data: Row[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Row; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(options?: { multi: boolean }): Promise<{ stats: { removed: number } }>
}

export type SdkAggregate = Readonly<Record<StageName, (value: unknown) => SdkAggregate>> & {
  end(): Promise<{ list: Row[] }>
}

type StageName =
  | 'addFields'
  | 'bucket'
  | 'bucketAuto'
  | 'count'
  | 'geoNear'
  | 'group'
  | 'limit'
  | 'lookup'
  | 'match'
  | 'project'
  | 'replaceRoot'
  | 'sample'
  | 'skip'
  | 'sort'
  | 'sortByCount'
  | 'unwind'

type GeoName = 'Point' | 'LineString' | 'Polygon' | 'MultiPoint'

/** A part of a condition; those of one field are chained with the same names. */
export type Expression = Readonly<Record<QueryName, (...operands: unknown[]) => Expression>>

type QueryName =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'and'
  | 'or'
  | 'geoWithin'

type CommandName =
  | QueryName
  | 'not'
  | 'nor'
  | 'exists'
  | 'mod'
  | 'all'
  | 'elemMatch'
  | 'size'
  | 'expr'
  | 'geoNear'
  | 'geoIntersects'
  | 'jsonSchema'
  | UpdateName

export type UpdateName =
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'rename'
  | 'bit'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'pull'
  | 'pullAll'
  | 'addToSet'

export type Operators = Readonly<Record<string, (operand: unknown) => unknown>>

export type SdkCommand = Readonly<Record<CommandName, (...operands: unknown[]) => Expression>> & {
  readonly aggregate: Operators & {
    pipeline(): Readonly<Record<StageName | 'done', (value?: unknown) => SdkPipeline>>
  }
  readonly project: Operators
}

type SdkPipeline = Readonly<Record<StageName | 'done', (value?: unknown) => SdkPipeline>>
