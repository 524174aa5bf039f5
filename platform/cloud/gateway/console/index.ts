/** For whoever develops: a page that shows what is stored, called, sent and due, and lets one try things; loopback only. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sendJson, sendText } from '../http'
import type { Route, RouteContext } from '../server'
import { ACTION_ROUTES } from './actions'
import { PARTS } from './parts'
import { documents, explain } from './queries'

const source = (file: string): string => readFileSync(join(__dirname, 'page', file), 'utf8')

/** The modules of the page in the order they need each other, as one script. */
const script = (): string =>
  ['elements.js', 'stored.js', 'happened.js', 'trying.js', 'page.js']
    .map((file) =>
      source(file)
        .replace(/^import [^;]*? from '.*'\n/gm, '')
        .replace(/^export /gm, ''),
    )
    .join('\n')

/** One document with its style and script in it; nothing is fetched from elsewhere, and nothing else may run. */
function page({ response }: RouteContext): void {
  const nonce = randomBytes(16).toString('base64')
  const rules = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  response.setHeader('content-security-policy', rules.join('; '))
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cache-control', 'no-store')
  const text = source('page.html')
    .replace('/* page.css */', () => source('page.css'))
    .replace('/* page.js */', script)
    .replaceAll('NONCE', nonce)
  sendText(response, 200, text, 'text/html; charset=utf-8')
}

function everything({ parts, response }: RouteContext): void {
  sendJson(response, 200, Object.fromEntries(Object.entries(PARTS).map(([name, read]) => [name, read(parts)])))
}

export const CONSOLE_ROUTES: Route[] = [
  { method: 'GET', path: '/console', run: page },
  { method: 'GET', path: '/console.json', run: everything },
  { method: 'GET', path: '/console/documents.json', run: documents },
  { method: 'GET', path: '/console/explain.json', run: explain },
  ...Object.entries(PARTS).map(
    ([name, read]): Route => ({
      method: 'GET',
      path: `/console/${name}.json`,
      run: ({ parts, response }) => sendJson(response, 200, read(parts)),
    }),
  ),
  ...ACTION_ROUTES,
]
