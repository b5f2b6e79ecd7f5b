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

/**
 * Puts the workbench on the local cloud: `/workbench/` shows the phones, the clock and the books,
 * `/phone/` serves the H5 build that the phones run, `/workbench/books` answers an audit.
 */
export function mountWorkbench(
  app: Hono,
  cloud: Pick<LocalCloud, 'engine'>,
  phoneDir: string,
): void {
  let script: Promise<string> | undefined
  app.get('/', (context) => context.redirect('/workbench/'))
  app.get('/workbench', (context) => context.redirect('/workbench/'))
  app.get('/workbench/', (context) => sendFile(context, join(__dirname, 'page/index.html')))
  app.get('/workbench/page.css', (context) => sendFile(context, join(__dirname, 'page/page.css')))
  app.get('/workbench/page.js', async (context) => {
    script ??= bundlePage()
    return context.body(await script, 200, { 'content-type': kinds['.js'] ?? '' })
  })
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

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'page/page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}
