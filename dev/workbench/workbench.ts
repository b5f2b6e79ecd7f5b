import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { build } from 'esbuild'
import type { Context, Hono } from 'hono'
import { auditBooks } from './books'
import { bundleParts, type PartsBundle } from './parts/bundle'
import { mountShop, type WorkbenchCloud } from './shop-routes'

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
 * `/workbench/operator` the cloud from inside, `/workbench/parts` what pages are made of, `/phone/`
 * serves the H5 build that the phones run, `/workbench/books` answers an audit.
 */
export function mountWorkbench(app: Hono, cloud: WorkbenchCloud, phoneDir: string): void {
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
  mountParts(app)
  app.get('/workbench/books', async (context) => context.json(await auditBooks(cloud.engine)))
  mountShop(app, cloud)
  app.get('/phone/*', (context) => {
    const path = normalize(decodeURIComponent(context.req.path.slice('/phone/'.length)))
    if (path.startsWith('..')) return context.notFound()
    return sendFile(context, join(phoneDir, path === '.' ? 'index.html' : path))
  })
}

/** `/workbench/parts`: every part of the client in every state, light, dark and large. */
function mountParts(app: Hono): void {
  let bundle: Promise<PartsBundle> | null = null
  const sent = async (context: Context, part: keyof PartsBundle, ending: string) => {
    bundle ??= bundleParts()
    return context.body((await bundle)[part], 200, { 'content-type': kinds[ending] ?? '' })
  }
  const page = (name: string) => join(__dirname, 'parts', name)
  app.get('/workbench/parts', (context) => sendFile(context, page('index.html')))
  app.get('/workbench/parts/phone', (context) => sendFile(context, page('phone.html')))
  app.get('/workbench/parts.js', (context) => sent(context, 'script', '.js'))
  app.get('/workbench/parts.css', (context) => sent(context, 'style', '.css'))
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
