import type { GenericSchema, InferInput, InferOutput } from 'valibot'

/**
 * Who may call. `anyone` has a WeChat identity and need not be a member; `member` has joined;
 * `staff` serves at one store at least; `manager` manages one store at least.
 * `timer` is the platform's clock: no phone can reach it.
 */
export type Role = 'anyone' | 'member' | 'staff' | 'manager' | 'timer'

/** The one document that the door reads to know the caller; `none` costs no database call. */
export type IdentityLookup = 'none' | 'member' | 'staff'

export interface Endpoint<S extends GenericSchema = GenericSchema, O = unknown> {
  readonly role: Role
  readonly identity: IdentityLookup
  /** True when a call may change something: the client then keeps its request id for retries. */
  readonly mutates: boolean
  readonly input: S
  /** Carried by the type alone. */
  readonly output?: O
}

export type InputOf<E> = E extends Endpoint<infer S, unknown> ? InferInput<S> : never
export type ParsedInputOf<E> = E extends Endpoint<infer S, unknown> ? InferOutput<S> : never
export type OutputOf<E> = E extends Endpoint<GenericSchema, infer O> ? O : never

/** Declares an endpoint; the output type is given first, the rest is inferred. */
export function endpoint<O>() {
  return <S extends GenericSchema>(declared: Omit<Endpoint<S, O>, 'output'>): Endpoint<S, O> =>
    declared
}
