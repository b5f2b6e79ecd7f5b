/**
 * The kinds of field that a message template has, by the letters of its name, and what each may
 * hold (reference of `subscribeMessage.send`, limits of values). A day is written `2019年10月1日`
 * there; `2019-10-01` is what people send, and it arrives.
 */
const day = String.raw`\d{4}(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2})`
const hour = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`
const instant = `(?:${day}|(?:${day} ?)?${hour})`
const dayMaybeHour = `${day}(?: ?${hour})?`

const kinds: Readonly<Record<string, (text: string) => boolean>> = {
  thing: (text) => lengthOf(text) <= 20,
  number: (text) => text.length <= 32 && /^-?\d+(\.\d+)?$/.test(text),
  letter: (text) => text.length <= 32 && /^[A-Za-z]+$/.test(text),
  symbol: (text) => lengthOf(text) <= 5 && !/[\p{L}\p{N}]/u.test(text),
  character_string: (text) => text.length <= 32 && /^[\x20-\x7e]+$/.test(text),
  time: matches(`^${instant}(?:~${instant})?$`),
  date: matches(`^${dayMaybeHour}(?:~${dayMaybeHour})?$`),
  amount: matches(String.raw`^[¥￥$€£]?\d{1,10}(?:\.\d+)?元?$`),
  phone_number: (text) => text.length <= 17 && /^[\d+\-() ]+$/.test(text),
  car_number: (text) =>
    lengthOf(text) <= 8 && /^[\p{sc=Han}A-Z0-9][A-Z0-9]*\p{sc=Han}?$/iu.test(text),
  name: (text) => lengthOf(text) <= (/\p{sc=Han}/u.test(text) ? 10 : 20) && !/\d/.test(text),
  phrase: (text) => lengthOf(text) <= 5 && /^\p{sc=Han}+$/u.test(text),
}

/** WeChat's word for what is wrong with a field; undefined when it may be sent. */
export function keywordFault(keyword: string, value: unknown): 'is empty' | 'invalid' | undefined {
  if (value === undefined || value === null || value === '') return 'is empty'
  const kind = /^([a-z_]+)\d*$/.exec(keyword)?.[1] ?? ''
  if (typeof value !== 'string' || !Object.hasOwn(kinds, kind)) return 'invalid'
  return kinds[kind]?.(value) ? undefined : 'invalid'
}

function matches(pattern: string): (text: string) => boolean {
  const expression = new RegExp(pattern)
  return (text) => expression.test(text)
}

function lengthOf(text: string): number {
  return [...text].length
}
