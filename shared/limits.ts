/** Bounds that the forms and the door share. Money is in fen, points are whole numbers. */
export const MEMBER_CODE_DIGITS = 18
export const PICKUP_CODE_DIGITS = 12
/** 100,000 yuan: above any bill of a neighbourhood shop, far below what integers can hold. */
export const MAX_BILL_FEN = 10_000_000
/** Lines of one purchase, and the letters of a line's title. */
export const MAX_PURCHASE_LINES = 50
/** Refunds of one purchase, the last of which takes all that is left: each line alone, and more. */
export const MAX_REFUNDS = 60
export const LINE_TITLE_MAX_LENGTH = 40
/** What one adjustment by hand may move. */
export const MAX_ADJUSTED_POINTS = 100_000
export const NICKNAME_MAX_LENGTH = 20
/** Rows of one page: an answer stays far below the platform's 1 MB. */
export const PAGE_SIZE_ROWS = 20
export const WALLET_MAX_COUPONS = 100
/** What points may pay at once: more than any member holds. */
export const MAX_PAID_POINTS = 100_000_000
