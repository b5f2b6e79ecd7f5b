import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readHouse } from './tidy/house'
import { type Measured, measure } from './tidy/measure'
import { PICTURE_PAGE, withPicture } from './tidy/picture'

const root = join(__dirname, '..')

/**
 * `npm run house` draws the rooms and their arrows into docs/architecture.md; `tidy` fails when the
 * picture there is another one. `npm run house -- measure [ref …]` prints the figures of git refs
 * beside each other, or those of the working tree.
 */
function main([word, ...refs]: readonly string[]): void {
  if (word === undefined) drawPicture()
  else if (word === 'measure') printTable(refs.length > 0 ? refs.map(measuredRef) : [measuredNow()])
  else {
    console.error('npm run house, or npm run house -- measure [ref …]')
    process.exit(1)
  }
}

function drawPicture(): void {
  const path = join(root, PICTURE_PAGE)
  const page = readFileSync(path, 'utf8')
  const drawn = withPicture(page, readHouse(root))
  if (drawn !== page) writeFileSync(path, drawn)
  console.log(`${PICTURE_PAGE}: ${drawn === page ? 'the picture is up to date' : 'drawn anew'}`)
}

type Column = readonly [name: string, figures: Measured]

function measuredNow(): Column {
  return ['working tree', measure(readHouse(root))]
}

/** A ref is unpacked into a folder of its own: the working tree stays as it is. */
function measuredRef(ref: string): Column {
  const folder = mkdtempSync(join(tmpdir(), 'house-'))
  try {
    const archive = join(folder, 'house.tar')
    execFileSync('git', ['archive', `--output=${archive}`, ref], { cwd: root })
    const tree = join(folder, 'tree')
    mkdirSync(tree)
    execFileSync('tar', ['-xf', archive, '-C', tree])
    return [ref, measure(readHouse(tree))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function printTable(columns: readonly Column[]): void {
  console.log(`| | ${columns.map(([name]) => name).join(' | ')} |`)
  console.log(`|---|${columns.map(() => '---').join('|')}|`)
  for (const [place, [what]] of (columns[0]?.[1] ?? []).entries()) {
    const figures = columns.map(([, measured]) => measured[place]?.[1] ?? '')
    console.log(`| ${what} | ${figures.join(' | ')} |`)
  }
}

main(process.argv.slice(2))
