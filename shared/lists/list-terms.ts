/** What a shop allows its owners of lists: all of it is the shop's data. */
export interface ListTerms {
  /** Owners publish what they like; else goods that no manager has approved wait for one. */
  readonly ownersListFreely: boolean
  /** Of what was collected and not refunded. */
  readonly commissionPercent: number
  /** 坏果包赔: what an owner may give back for one line; above it a manager decides. */
  readonly ownerRefundFen: number
  /** Days from arrival on which an entry can be fetched. */
  readonly pickupDays: number
  /** How long a place is held for whoever asked for it, counted from 08:00 to 22:00 alone. */
  readonly holdMinutes: number
}

export const newListTerms: ListTerms = {
  ownersListFreely: false,
  commissionPercent: 0,
  ownerRefundFen: 2_000,
  pickupDays: 3,
  holdMinutes: 120,
}
