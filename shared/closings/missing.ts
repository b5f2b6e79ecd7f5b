/** Which tills sold on a day that nobody has closed. */

/** The last day on which a till sold, of the days that are over. */
export interface TillSold {
  readonly storeId: string
  readonly tillNo: string
  readonly lastOn: string
}

/** The last day of a till that was signed. */
export interface TillSigned {
  readonly storeId: string
  readonly tillNo: string
  readonly businessOn: string
}

/** Tills that have sold since they were closed last: a closing takes in the days before its own. */
export function unclosedTills(
  sold: readonly TillSold[],
  signed: readonly TillSigned[],
): readonly TillSold[] {
  return sold.filter(
    ({ storeId, tillNo, lastOn }) =>
      !signed.some(
        (closing) =>
          closing.storeId === storeId && closing.tillNo === tillNo && closing.businessOn >= lastOn,
      ),
  )
}
