/** What Taro's build puts in place of these names. */
process.env.TARO_ENV = 'weapp'
globalThis.defineAppConfig = (config) => config
globalThis.definePageConfig = (config) => config
