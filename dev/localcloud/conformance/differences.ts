/** What the SDKs themselves do differently: a case states the newest; older ones fail it so. */
export interface KnownDifference {
  readonly area: string
  readonly sentence: string
  readonly sdks: readonly SdkVersion[]
  /** What these SDKs do instead, and where that is to be seen. */
  readonly reason: string
}

export const sdkPackages = {
  '4.0.2': 'wx-server-sdk',
  '3.0.4': 'wx-server-sdk-3',
  '2.6.3': 'wx-server-sdk-2',
} as const

export type SdkVersion = keyof typeof sdkPackages

const older: readonly SdkVersion[] = ['3.0.4', '2.6.3']

export const knownDifferences: readonly KnownDifference[] = [
  {
    area: 'documents',
    sentence: 'are null when missing, for an instance with throwOnNotFound: false',
    sdks: ['2.6.3'],
    reason: 'the setting is read from `cloud.database({ … })` only; a missing document throws',
  },
  {
    area: 'aggregation',
    sentence: 'refuse a collection that does not exist',
    sdks: older,
    reason:
      'errCode -502005 and no `.code`, as with every other call; 4.0.2 throws inside and leaves ' +
      "errCode -1 with the platform's text in `.code`",
  },
  {
    area: 'functions',
    sentence: "fail with errCode -1 and the platform's word in `.code`",
    sdks: older,
    reason: 'errCode -504002 and no `.code`; 4.0.2 throws inside, as with an aggregation',
  },
]
