import { certifyMany } from './certificate-run'

describe('the certificate of many', () => {
  it('goes on where it was killed, and reads each entry once', async () => {
    const size = {
      memberCount: 150,
      entriesPerMember: 28,
      dayCount: 5,
      killCount: 1,
      killAtCall: 12,
    }
    const found = await certifyMany(size)
    expect(found).toMatchObject({
      killedCount: 1,
      certificateCount: 5,
      memberCount: 150,
      readCount: 4_200,
      findingCount: 0,
      offPoints: 0,
    })
    // A killed run reads the page again that it was at.
    expect(found.docsRead).toBeLessThan(4_200 + 150 + 1_100 + 40)
  })
})
