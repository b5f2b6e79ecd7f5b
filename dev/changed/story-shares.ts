/**
 * The stories of one share, `2/3` say, of as many scenes as the others have: the longest story goes
 * first, each to the share that has the fewest scenes so far. Together the shares are all stories.
 */
export function shareOfStories<S extends readonly unknown[]>(
  stories: readonly S[],
  share: string,
): S[] {
  const [, place = '', count = ''] = /^([1-9])\/([1-9])$/.exec(share) ?? []
  if (place === '' || place > count) throw new Error(`"${share}" is no share like 1/2`)
  const shares = Array.from({ length: Number(count) }, (): S[] => [])
  const scenesOf = (one: readonly S[]) => one.flat().length
  for (const story of [...stories].sort((one, other) => other.length - one.length)) {
    const [lightest] = [...shares].sort((one, other) => scenesOf(one) - scenesOf(other))
    lightest?.push(story)
  }
  return shares[Number(place) - 1] ?? []
}
