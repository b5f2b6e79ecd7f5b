interface Scene {
  readonly path: string
}

/** Areas whose pages are all opened by taps, each with the area in which those taps begin. */
const beginnings: Readonly<Record<string, string>> = { till: 'staff' }

/**
 * The stories that the given pages are in (`/mall/reward/index`); all of them for no page. Some
 * pages are opened by taps alone: for those it is the stories of their area.
 */
export function chosenStories<S extends readonly Scene[]>(
  stories: readonly S[],
  pages: readonly string[],
): S[] {
  if (pages.length === 0) return [...stories]
  const chosen = pages.flatMap((page) => {
    const opening = stories.filter((story) => story.some(({ path }) => isOf(page, path)))
    return opening.length > 0 ? opening : stories.filter((story) => isInArea(page, story))
  })
  return stories.filter((story) => chosen.includes(story))
}

function isOf(page: string, path: string): boolean {
  return path === page || path.startsWith(`${page}?`)
}

function isInArea(page: string, story: readonly Scene[]): boolean {
  const area = page.split('/')[1] ?? ''
  return story.some(({ path }) => path.startsWith(`/${beginnings[area] ?? area}/`))
}
