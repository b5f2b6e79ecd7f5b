/** Of the shop itself and of who works in it. */
import { by, declare } from './declaration'

export const shopCollections = {
  /** Who may do what: `_id` is the member's id. */
  staff: declare('runtime', [], { memberBy: '_id', personal: ['displayName'] }),
  /** One-time codes that make the first owner; `_id` is the code's hash. */
  setup_codes: declare('staff'),
  /**
   * What managers changed of the shop and of its staff, append-only: `_id` is the request's key,
   * with the part where one request changes two.
   */
  shop_changes: declare('runtime', [by('at', ['at', -1])]),
} as const
