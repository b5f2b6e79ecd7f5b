/** What WeChat holds of a text that others will read: `security.msgSecCheck`, version 2. */
import { openInterfaces, platformIdentity } from './database'

/** `risky` is never published, `unsure` waits for a person. */
export type TextVerdict = 'fine' | 'risky' | 'unsure'

/** Where the text will be read, by the platform's numbers. */
export type TextScene = keyof typeof scenes

const scenes = { profile: 1, comment: 2, forum: 3, log: 4 } as const

interface SecurityInterfaces {
  security: {
    msgSecCheck(options: {
      version: number
      scene: number
      openid: string
      content: string
    }): Promise<{ result?: { suggest?: string } }>
  }
}

/** The platform's bound: a longer text is checked piece by piece. */
const MAX_CONTENT = 2_500
/** More pieces than any of our fields is long. */
const MAX_PIECES = 4

/**
 * Asks for the caller, who is the author and is here right now, as the platform wants it. Whatever
 * goes wrong there is `unsure`: a failing interface publishes nothing. It is no database call, and
 * is made before a transaction. The function lists `security.msgSecCheck` in its config.json.
 */
export async function checkText(
  text: string,
  { scene }: { readonly scene: TextScene },
): Promise<TextVerdict> {
  const { openid } = platformIdentity()
  const pieces = piecesOf(text)
  if (pieces.length > MAX_PIECES || openid === '') return 'unsure'
  const verdicts = await Promise.all(
    pieces.map((content) => verdictOn({ version: 2, scene: scenes[scene], openid, content })),
  )
  if (verdicts.includes('risky')) return 'risky'
  return verdicts.every((verdict) => verdict === 'fine') ? 'fine' : 'unsure'
}

type Wish = Parameters<SecurityInterfaces['security']['msgSecCheck']>[0]

async function verdictOn(wish: Wish): Promise<TextVerdict> {
  // Parse edge: the SDK types its open interfaces as anything; this is the reference's answer.
  const { security } = openInterfaces as SecurityInterfaces
  try {
    const { result } = await security.msgSecCheck(wish)
    if (result?.suggest === 'pass') return 'fine'
    return result?.suggest === 'risky' ? 'risky' : 'unsure'
  } catch {
    return 'unsure'
  }
}

/** By whole characters: an emoji is not cut in two. */
function piecesOf(text: string): readonly string[] {
  const characters = Array.from(text)
  const count = Math.ceil(characters.length / MAX_CONTENT)
  return Array.from({ length: count }, (_, place) =>
    characters.slice(place * MAX_CONTENT, (place + 1) * MAX_CONTENT).join(''),
  )
}
