/** What a member is shown as until she says so herself. */
export const FIRST_AVATAR = 'preset:leaf'
