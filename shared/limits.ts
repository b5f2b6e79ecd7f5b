/** Bounds that the forms and the door share. Money is in fen, points are whole numbers. */
export const MEMBER_CODE_DIGITS = 18
export const PICKUP_CODE_DIGITS = 12
/** Of a store's code of the day, and how many wrong ones a member may type on one. */
export const STORE_CODE_DIGITS = 8
export const MAX_WRONG_STORE_CODES = 10
/** 100,000 yuan: above any bill of a neighbourhood shop, far below what integers can hold. */
export const MAX_BILL_FEN = 10_000_000
/** Less than a yuan: what is left off one bill at most, however it is written. */
export const MAX_ROUND_OFF_FEN = 99
/** What a till takes on one day: 10 million yuan. */
export const MAX_DAY_FEN = 1_000_000_000
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
/** So many unread messages and more are not told apart. */
export const MAX_COUNTED_UNREAD = 100
export const WALLET_MAX_COUPONS = 100
/** Coupons that one bill may take. */
export const MAX_BILL_COUPONS = 5
/** Members to whom one batch of coupons goes. */
export const MAX_BATCH_MEMBERS = 500
/** Stores, categories and hours that limit a coupon. */
export const MAX_COUPON_LIMITS = 20
/** Letters of a coupon's title. */
export const COUPON_TITLE_MAX_LENGTH = 30
/** Days that a coupon may live from its issue. */
export const MAX_COUPON_DAYS = 730
/** Communities of one drop, and its coupons in each. */
export const MAX_DROP_COMMUNITIES = 20
export const MAX_DROP_QUOTA = 5_000
/** Templates that are offered for a drop. */
export const MAX_DROP_TEMPLATES = 100
/** What a month's budget of one community may be at most. */
export const MAX_MONTH_COUNT = 1_000_000
export const DROP_TITLE_MAX_LENGTH = 30
export const DROP_TERMS_MAX_LENGTH = 500
/** A gift rule: its title, its thing, what it gives and how often, and the days that it sets. */
export const GIFT_TITLE_MAX_LENGTH = 30
export const GIFT_THING_MAX_LENGTH = 30
export const MAX_GIFT_POINTS = 100_000
export const MAX_GIFT_COUPONS = 10
export const MAX_GIFT_COUNT = 1_000_000
export const MAX_GIFT_DAYS = 365
/** A birthday's gift that began earlier could meet the one of the year before. */
export const MAX_GIFT_LEAD_DAYS = 30
export const MAX_PURCHASE_NO = 1_000
export const MAX_SILENT_DAYS = 3_650
export const MAX_WAIT_DAYS = 90
/** Tags that a rule asks for, and the letters of one. */
export const MAX_GIFT_TAGS = 20
export const TAG_MAX_LENGTH = 12
/** Days of one rehearsal. */
export const MAX_REHEARSED_DAYS = 31
/** Letters of a category of goods. */
export const CATEGORY_MAX_LENGTH = 20
/** What points may pay at once: more than any member holds. */
export const MAX_PAID_POINTS = 100_000_000
/** Digits, letters and dashes of a receipt's number and of a till's. */
export const RECEIPT_NO_MAX_LENGTH = 40
export const TILL_NO_MAX_LENGTH = 16
/** What somebody writes for others to read: why something was done by hand, a note. */
export const REASON_MAX_LENGTH = 60
/** Names of people on duty, of files. */
export const SHORT_TEXT_MAX_LENGTH = 40
export const SETUP_CODE_MAX_LENGTH = 24
/** What is typed to find somebody or something: a name, a number, a whole code with its blanks. */
export const SEARCH_TEXT_MAX_LENGTH = 40
/** How often one manager may look for members, or open one, on one day. */
export const MAX_LOOKUPS_A_DAY = 200
/** Members that one search names; for more of them more is typed. */
export const MAX_MEMBERS_FOUND = 20
/** What managers write on one member for each other: so many letters, so many notes. */
export const MEMBER_NOTE_MAX_LENGTH = 100
export const MAX_MEMBER_NOTES = 50
export const COMMUNITY_NAME_MAX_LENGTH = 20
/** A community's rules: below what one content check reads (2,500 characters). */
export const COMMUNITY_RULES_MAX_LENGTH = 2_000
/** Communities of one owner that her desk shows. */
export const COMMUNITIES_OF_ONE_OWNER = 50
/** All receipts of a till's day, as they are pasted. */
export const RECEIPT_LIST_MAX_LENGTH = 30_000
export const PHONE_DIGITS = 11
/** A figure as it is typed or pasted, with its currency, its unit and the blanks around it. */
export const AMOUNT_MAX_LENGTH = 32

/** What a shop says of itself and of its stores. */
export const SHOP_NAME_MAX_LENGTH = 20
export const SLOGAN_MAX_LENGTH = 30
export const NOTICE_MAX_LENGTH = 120
export const ADDRESS_MAX_LENGTH = 60
export const HOURS_MAX_LENGTH = 40
export const STORE_PHONE_MAX_LENGTH = 24
export const MAX_STORES = 50
/** Staff of one list: more than a shop among neighbours has. */
export const MAX_LISTED_STAFF = 200

/* Group-buy lists. */
export const LIST_TITLE_MAX_LENGTH = 40
export const LIST_WORDS_MAX_LENGTH = 500
export const LIST_ITEM_MAX_LENGTH = 30
export const MAX_LIST_ITEMS = 60
export const MAX_LIST_PICTURES = 9
/** How often an entry may be changed: WeChat gives back in at most fifty parts. */
export const MAX_ENTRY_CHANGES = 30
export const MAX_PICKUP_POINTS = 10
export const MAX_LIST_COUNT = 100_000
export const ENTRY_NAME_MAX_LENGTH = 30
export const ENTRY_REMARK_MAX_LENGTH = 60
/** A pasted message: a thousand entries and more. */
export const LIST_TEXT_MAX_LENGTH = 40_000

/* Rewards of the points mall. */
export const REWARD_TITLE_MAX_LENGTH = 30
export const REWARD_WORDS_MAX_LENGTH = 300
export const MAX_REWARDS = 200
export const MAX_REWARD_POINTS = 10_000_000
export const MAX_REWARD_STOCK = 100_000
/** What one member may take of a reward, in all or on a day. */
export const MAX_REWARD_LIMIT = 999
export const MAX_REWARD_ORDER = 9_999
