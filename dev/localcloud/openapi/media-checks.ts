import type { Clock } from '../clock'
import type { Store } from '../engine/store'
import type { DueWork } from '../functions/due-work'
import type { FunctionsHost } from '../functions/functions-host'
import { appId } from '../functions/invocation'
import type { DeclarationBook } from './declarations'
import { decoded } from './media-check'
import type { Outbox } from './outbox'
import { judge } from './verdicts'

/** A picture or a sound that WeChat was asked to look at. */
export interface MediaWish {
  readonly traceId: string
  readonly mediaUrl: string
  readonly openid: string
}

interface PendingCheck extends MediaWish {
  readonly dueAt: number
}

/** Looks at media after a moment and pushes what it found to the function that is declared. */
export interface MediaChecks extends DueWork {
  /** Resolves when the wish is safe on the disk. */
  take(wish: MediaWish): Promise<void>
}

export interface MediaCheckParts {
  readonly store: Store
  readonly clock: Clock
  readonly host: FunctionsHost
  readonly outbox: Outbox
  readonly declarations: DeclarationBook
  readonly origin: () => string
  readonly log: (text: string) => void
}

const factName = 'openapi:mediaChecks'
const eventName = 'wxa_media_check'

/** The platform takes up to 30 minutes; long enough that no code may count on the answer. */
const checkMs = 1000

/** "A single file is 10 MB at most." */
const mostBytes = 10 * 1024 * 1024

/** The reference's code for an address that nothing can be fetched from; its text from reports. */
const notFetched = { errcode: -1008, errmsg: '下载错误,请检查媒体链接是否有效' }

const checker = { ToUserName: 'gh_000000000000', FromUserName: 'o000000000000000000checker' }

export function openMediaChecks(parts: MediaCheckParts): MediaChecks {
  const { store, clock, log } = parts
  const text = store.readFact(factName)
  // Parse edge: only this file writes this fact.
  let pending = text === undefined ? [] : (JSON.parse(text) as readonly PendingCheck[])
  let underWay: Promise<void> = Promise.resolve()
  let stopped = false
  const save = (): Promise<void> => store.writeFact(factName, JSON.stringify(pending))
  const run = async (untilMs: number): Promise<void> => {
    for (const check of pending.filter(({ dueAt }) => dueAt <= untilMs)) {
      if (stopped) return
      await push(parts, check)
      // A cloud that was closed meanwhile has no disk; the next one pushes once more.
      if (stopped) return
      pending = pending.filter(({ traceId }) => traceId !== check.traceId)
      await save()
    }
  }
  const runDue = (untilMs: number): Promise<void> => {
    underWay = underWay
      .then(() => run(untilMs))
      .catch((fault: unknown) => {
        if (!stopped) log(`check of a picture or sound: ${String(fault)}\n`)
      })
    return underWay
  }
  return {
    async take(wish) {
      const dueAt = clock.now() + checkMs
      pending = [...pending, { ...wish, dueAt }]
      await save()
      // Also where the clock stands still, or nobody asked for timers.
      setTimeout(() => void runDue(dueAt), checkMs).unref()
    },
    nextAt() {
      if (stopped || pending.length === 0) return undefined
      return Math.min(...pending.map(({ dueAt }) => dueAt))
    },
    runDue,
    stop() {
      stopped = true
    },
  }
}

/** Once, whatever the function answers; the outbox shows also what nobody hears of. */
async function push(parts: MediaCheckParts, check: PendingCheck): Promise<void> {
  const { host, outbox, clock, declarations } = parts
  const event = await eventOf(parts, check)
  const { pushes } = declarations.read()
  const name = Object.hasOwn(pushes, eventName) ? pushes[eventName] : undefined
  let answer: unknown = { failed: `no function is declared for ${eventName}` }
  if (name !== undefined) {
    try {
      const wish = { name, eventText: JSON.stringify(event), caller: {}, source: 'wx_push' }
      answer = JSON.parse(await host.invoke(wish))
    } catch (fault) {
      answer = { failed: fault instanceof Error ? fault.message : String(fault) }
    }
  }
  const at = new Date(clock.now()).toISOString()
  const request = { functionName: name ?? null, event }
  await outbox.record({ at, api: `push.${eventName}`, openid: check.openid, request, answer })
}

/** The event as the reference and what functions report of it show it. */
async function eventOf(parts: MediaCheckParts, { mediaUrl, traceId }: PendingCheck) {
  const head = {
    ...checker,
    CreateTime: Math.floor(parts.clock.now() / 1000),
    ...{ MsgType: 'event', Event: eventName, appid: appId, trace_id: traceId, version: 2 },
  }
  const seen = await look(mediaUrl, parts.origin())
  if (seen === undefined) return { ...head, detail: [], ...notFetched }
  const [, verdict] = judge(seen)
  const detail = [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }]
  return { ...head, result: verdict, detail, errcode: 0, errmsg: 'ok' }
}

/**
 * What a verdict is given for: the words in one of the cloud's own files, which is fetched as any
 * program would. From other machines nothing is fetched; there the words of the address decide.
 */
async function look(mediaUrl: string, ownOrigin: string): Promise<string | undefined> {
  const url = URL.canParse(mediaUrl) ? new URL(mediaUrl) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
  if (url.origin !== ownOrigin) return decoded(mediaUrl)
  const response = await fetch(url).catch(() => undefined)
  if (!response?.ok) return undefined
  const bytes = Buffer.from(await response.arrayBuffer())
  return bytes.length > mostBytes ? undefined : bytes.toString('utf8')
}
