import { run } from '/tmp/h/payments/dev/chaos/payments'

const quick = process.argv[2] !== 'full'
run({ seed: Number(process.argv[3] ?? 7), size: quick ? 'quick' : 'full' }).then(
  (r) => {
    console.table(r.figures)
    for (const b of r.broken.slice(0, 25)) console.log('BROKEN', b)
    console.log(r.broken.length)
    process.exit(0)
  },
  (e) => {
    console.error(e)
    process.exit(1)
  },
)
