/** The number at which a store is called, as people write it. */

const MOBILE = /^1[3-9]\d{9}$/
/** Area code and number: the largest cities have three digits and eight, all others four. */
const LANDLINE = /^(?:(?:010|02\d)[2-9]\d{7}|0[3-9]\d{2}[2-9]\d{6,7})$/
/** Of companies: nobody dials an area code before them. */
const COMPANY = /^(?:400\d{7}|800\d{7}|95\d{3,6})$/

/**
 * The number with the dashes that it was written with, so that it can be called and read; null
 * when it is none. Full-width digits, blanks, brackets and every kind of dash are read as meant.
 */
export function readStorePhone(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[‐-―−ー]/g, '-')
    .replace(/^\(?(?:\+|00)86\)?[\s-]*/, '')
    .replace(/[()]/g, '-')
    .replace(/\s+/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  const digits = plain.replace(/-/g, '')
  if (!/^\d+(?:-\d+)*$/.test(plain)) return null
  if (MOBILE.test(digits)) return digits
  return LANDLINE.test(digits) || COMPANY.test(digits) ? plain : null
}
