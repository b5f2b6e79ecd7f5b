import type { GenericSchema, InferInput, InferOutput } from 'valibot'

/** The roles that are read in the caller's document of staff. */
export type StaffRole = 'staff' | 'manager' | 'communityOwner' | 'communityDesk' | 'onDuty'

/**
 * Who may call. `anyone` has a WeChat identity and need not be a member; `member` has joined;
 * `staff` serves at one store at least; `manager` manages one store at least; `communityOwner` was
 * appointed as one, which no other role is worth; `communityDesk` is a manager or such an owner;
 * `onDuty` is any of these.
 * `timer` is the platform's clock: no phone can reach it.
 */
export type Role = StaffRole | 'anyone' | 'member' | 'timer'

/** The one document that the door reads to know the caller; `none` costs no database call. */
export type IdentityLookup = 'none' | 'member' | 'staff'

export interface Endpoint<
  S extends GenericSchema = GenericSchema,
  O = unknown,
  R extends Role = Role,
  I extends IdentityLookup = IdentityLookup,
  G extends boolean = boolean,
> {
  readonly role: R
  readonly identity: I
  /** True when a call may change something: the client then keeps its request id for retries. */
  readonly mutates: boolean
  /** True when it asks which group the caller came from: `group` at the top of the event. */
  readonly takesGroup?: G
  readonly input: S
  /** Carried by the type alone. */
  readonly output?: O
}

export type InputOf<E> = E extends { input: infer S extends GenericSchema } ? InferInput<S> : never
export type ParsedInputOf<E> = E extends { input: infer S extends GenericSchema }
  ? InferOutput<S>
  : never
export type OutputOf<E> = E extends { output?: infer O } ? Exclude<O, undefined> : never

/** Declares an endpoint; the output type is given first, the rest is inferred. */
export function endpoint<O>() {
  return <
    S extends GenericSchema,
    R extends Role,
    I extends IdentityLookup,
    G extends boolean = false,
  >(
    declared: Omit<Endpoint<S, O, R, I, G>, 'output'>,
  ): Endpoint<S, O, R, I, G> => declared
}
