/**
 * What was typed, pasted or scanned, in one spelling: a Chinese keyboard writes figures and signs
 * full-width and `。` for a point, a document has dashes of its own, a web page hides characters
 * between the letters. Only signs that look alike become one: `²` or `①` is no figure.
 */

const FULL_WIDTH_OFFSET = 0xfee0
const fullWidth = /[！-～]/g
const points = /[。｡﹒]/g
const commas = /[﹐､]/g
const dashes = /[‐-―−﹘﹣ー]/g
const blanks = /[\p{Z}\t\n\r\v\f\u0085]+/gu
/** Of an emoji and of nothing else; a figure of a keyboard with emoji has them behind it. */
const hidden = /\p{C}|[\ufe00-\ufe0f]|\u20e3/gu

/** How a spreadsheet, and who writes for one, keeps figures from being reckoned with. */
const keptAsText = /^(?:="(.*)"|'(.*))$/

/** The text on one line: half-width, `.` `,` `-` `¥` alone, blanks single, none at the ends. */
export function plainText(typed: string): string {
  return typed
    .trim()
    .replace(keptAsText, '$1$2')
    .replace(blanks, ' ')
    .replace(hidden, '')
    .replace(fullWidth, halfWidth)
    .replace(points, '.')
    .replace(commas, ',')
    .replace(dashes, '-')
    .replace(/￥/g, '¥')
    .trim()
}

function halfWidth(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH_OFFSET)
}
