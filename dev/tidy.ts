import { join } from 'node:path'
import { circles } from './tidy/circles'
import { clientAreas } from './tidy/client-areas'
import { directions } from './tidy/directions'
import { honestTypes } from './tidy/honest-types'
import { type Finding, type Rule, readHouse } from './tidy/house'
import { names } from './tidy/names'
import { picture } from './tidy/picture'
import { punctuation } from './tidy/punctuation'
import { purity } from './tidy/purity'
import { featureRanks } from './tidy/ranks'
import { reach } from './tidy/reach'
import { refusals } from './tidy/refusals'
import { sizes } from './tidy/sizes'
import { standingAlone } from './tidy/standing-alone'
import { styles } from './tidy/styles'
import { testsBeside } from './tidy/tests-beside'
import { wholeNumbers } from './tidy/whole-numbers'
import { words } from './tidy/words'

const rules: readonly Rule[] = [
  directions,
  circles,
  standingAlone,
  featureRanks,
  clientAreas,
  purity,
  wholeNumbers,
  honestTypes,
  sizes,
  names,
  testsBeside,
  refusals,
  reach,
  picture,
  words,
  punctuation,
  styles,
]

/** Everything in the project that breaks a house rule, in the order of its files. */
export function findUntidy(root: string): Finding[] {
  const house = readHouse(root)
  return rules
    .flatMap((rule) => rule(house))
    .sort((one, other) => one.path.localeCompare(other.path) || one.line - other.line)
}

function main(): void {
  const findings = findUntidy(join(__dirname, '..'))
  for (const { path, line, rule, sentence } of findings) {
    console.log(`${path}:${line} ${rule}: ${sentence}`)
  }
  if (findings.length > 0) console.log(`${findings.length} broken house rules`)
  process.exit(findings.length > 0 ? 1 : 0)
}

if (process.argv[1] === __filename) main()
