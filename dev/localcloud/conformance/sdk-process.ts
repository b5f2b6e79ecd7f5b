import type { SdkCloud } from './sdk-surface'

/** Loads an SDK into this process, by the name it is installed under, and initialises it. */
export async function loadSdk(packageName: string, env: string): Promise<SdkCloud> {
  // The SDKs warn of what the suite does on purpose, on every call.
  console.warn = () => {}
  const loaded: { default: unknown } = await import(packageName)
  // Parse edge: the SDK's own types describe something else (sdk-surface.ts).
  const cloud = loaded.default as SdkCloud
  cloud.init({ env })
  return cloud
}

/** The variables by which the platform tells the SDK where it is; it looks at every request. */
export function sdkVariables(gateway: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: gateway }),
  }
}
