import { engine, type RuleMutant } from './rule-mutant'

const functions = 'dev/localcloud/functions'
const openapi = 'dev/localcloud/openapi'

/** Functions, who calls them, their timers, and what they ask of WeChat. */
export const functionMutants: readonly RuleMutant[] = [
  {
    rule: 'a phone sends 100 KB at most',
    file: `${functions}/payload-limits.ts`,
    find: 'const mostFromPhoneBytes = 100 * 1024',
    replace: 'const mostFromPhoneBytes = 1024 * 1024',
    area: 'identity',
    killedBy: 'lets a phone send 100 KB, and no more',
  },
  {
    rule: 'a phone is answered with 1 MB at most',
    file: `${functions}/payload-limits.ts`,
    find: 'const mostToPhoneBytes = 1024 * 1024',
    replace: 'const mostToPhoneBytes = 2 * 1024 * 1024',
    area: 'identity',
    killedBy: 'lets a phone have 1 MB, and no more',
  },
  {
    rule: 'a function has 3 seconds unless config.json says more',
    file: `${functions}/function-config.ts`,
    find: 'const defaultSeconds = 3',
    replace: 'const defaultSeconds = 4',
    area: 'functions',
    killedBy: 'have 3 seconds when config.json names no limit',
  },
  {
    rule: 'an instance serves one call at a time',
    file: `${functions}/instance-pool.ts`,
    find: 'if (member.idleSince === undefined) continue',
    replace: '',
    area: 'functions',
    killedBy: 'serve one call at a time in an instance',
  },
  {
    rule: 'the platform writes the caller into the event',
    file: `${functions}/invocation.ts`,
    find: '{ ...openData, userInfo }',
    replace: 'openData',
    area: 'identity',
    killedBy: 'writes the caller into the event, over what the phone had put there',
  },
  {
    rule: 'timers run in UTC+8',
    file: `${functions}/cron.ts`,
    find: 'utcOffset: 8 * 60',
    replace: 'utcOffset: 0',
    area: 'timers',
    killedBy: 'fire at three in the morning of Shanghai, when the clock passes it',
  },
  {
    rule: 'each missed tick fires',
    file: `${functions}/scheduler.ts`,
    find: '    yield next',
    replace: '    if (next.atMs + 86_400_000 > toMs) yield next',
    area: 'timers',
    killedBy: 'fire each missed tick once, in order, at its own instant',
  },
  {
    rule: 'an open interface must be listed in config.json',
    file: `${openapi}/openapi.ts`,
    find: '&& !isPermitted(call.config, apiName)) return',
    replace: '&& isPermitted(call.config, "")) return',
    area: 'open interfaces',
    killedBy: 'refuse with -604101 what config.json does not list',
  },
  {
    rule: 'a message needs a tap',
    file: `${openapi}/subscribe-message.ts`,
    find: 'if (left < 1) throw',
    replace: 'if (left < -1e6) throw',
    area: 'open interfaces',
    killedBy: 'send one message for one accepted tap, and no second',
  },
  {
    rule: 'a phone number needs the code of a tap',
    file: `${openapi}/phone-number.ts`,
    find: 'issued.delete(code)\n      return tap',
    replace: 'return tap',
    area: 'open interfaces',
    killedBy: 'give a number for the code of a tap, once',
  },
  {
    rule: 'a where write tests in the step in which it changes',
    file: `${engine}/writing.ts`,
    find: 'met = before !== null && matches(before)',
    replace: 'met = before !== null',
    area: 'conflicts',
    killedBy: 'let a waiting test-and-set look again',
  },
]
