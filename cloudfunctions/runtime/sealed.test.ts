import { oldKeyIds, seal, unseal } from './sealed'

const older = `k1:${'1'.repeat(64)}`
const newer = `k2:${'2'.repeat(64)}`
const before = process.env.HUILIN_DATA_KEYS
const use = (keys: string) => {
  process.env.HUILIN_DATA_KEYS = keys
}

afterEach(() => {
  if (before === undefined) delete process.env.HUILIN_DATA_KEYS
  else use(before)
})

describe('what is sealed', () => {
  it('opens again, and is never written twice in the same way', () => {
    use(older)
    const [one, two] = [seal('13800005678', 'phone/a'), seal('13800005678', 'phone/a')]
    expect(unseal(one, 'phone/a')).toBe('13800005678')
    expect(one.keyId).toBe('k1')
    expect(one.data).not.toBe(two.data)
    expect(Buffer.from(one.data, 'base64').toString('latin1')).not.toContain('5678')
  })

  it('opens for no other document, and not when it was changed', () => {
    use(older)
    const sealed = seal('13800005678', 'phone/a')
    expect(() => unseal(sealed, 'phone/b')).toThrow()
    const bytes = Buffer.from(sealed.data, 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    expect(() => unseal({ ...sealed, data: bytes.toString('base64') }, 'phone/a')).toThrow()
  })
})

describe('several keys', () => {
  it('seal by the first and open by each', () => {
    use(older)
    const sealed = seal('x', 'y')
    use(`${newer},${older}`)
    expect(unseal(sealed, 'y')).toBe('x')
    expect(seal('x', 'y').keyId).toBe('k2')
    expect(oldKeyIds()).toEqual(['k1'])
    use(newer)
    expect(() => unseal(sealed, 'y')).toThrow('no key k1')
    expect(oldKeyIds()).toEqual([])
  })

  it('are refused when one is no key, without telling it', () => {
    for (const keys of ['', 'k1', 'k1:abc', `${older};${newer}`]) {
      use(keys)
      expect(() => seal('x', 'y')).toThrow(/^HUILIN_DATA_KEYS is [a-z0-9: ]+$/)
    }
  })
})
