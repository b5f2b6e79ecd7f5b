import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { build } from 'esbuild'
import type { Context, Hono } from 'hono'
import type { LocalCloud } from '../localcloud/cloud'
import { auditBooks } from './books'

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
}

/** What the two pages load, and the files that it is bundled from. */
const bundled: Readonly<Record<string, string>> = {
  'page.js': 'page/page.ts',
  'page.css': 'page/page.css',
  'operator.js': 'operator/operator.ts',
  'operator.css': 'operator/operator.css',
}

/**
 * Puts the workbench on the local cloud: `/workbench/` shows the phones, the clock and the books,
 * `/workbench/operator` the cloud from inside, `/phone/` serves the H5 build that the phones run,
 * `/workbench/books` answers an audit.
 */
export function mountWorkbench(
  app: Hono,
  cloud: Pick<LocalCloud, 'engine'>,
  phoneDir: string,
): void {
  const bundles = new Map<string, Promise<string>>()
  app.get('/', (context) => context.redirect('/workbench/'))
  app.get('/workbench', (context) => context.redirect('/workbench/'))
  app.get('/workbench/', (context) => sendFile(context, join(__dirname, 'page/index.html')))
  app.get('/workbench/operator', (context) =>
    sendFile(context, join(__dirname, 'operator/index.html')),
  )
  for (const [name, entry] of Object.entries(bundled)) {
    app.get(`/workbench/${name}`, async (context) => {
      const bundle = bundles.get(name) ?? bundleOf(entry)
      bundles.set(name, bundle)
      return context.body(await bundle, 200, { 'content-type': kinds[extname(name)] ?? '' })
    })
  }
  app.get('/workbench/books', async (context) => context.json(await auditBooks(cloud.engine)))
  app.get('/phone/*', (context) => {
    const path = normalize(decodeURIComponent(context.req.path.slice('/phone/'.length)))
    if (path.startsWith('..')) return context.notFound()
    return sendFile(context, join(phoneDir, path === '.' ? 'index.html' : path))
  })
}

async function sendFile(context: Context, path: string): Promise<Response> {
  if (!existsSync(path)) return context.notFound()
  const kind = kinds[extname(path)] ?? 'application/octet-stream'
  const headers = { 'content-type': kind, 'cache-control': 'no-cache' }
  return context.body(new Uint8Array(await readFile(path)), 200, headers)
}

async function bundleOf(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}
