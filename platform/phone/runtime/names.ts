/** The names a file of the app sees: WeChat's own, and a browser's that a phone does not have, shadowed by nothing. */

export const GIVEN_NAMES = [
  'require',
  'requirePlugin',
  'module',
  'exports',
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'globalThis',
  'global',
  'Function',
] as const

const BROWSER_ONLY = [
  ...['window', 'document', 'self', 'top', 'parent', 'frames', 'location', 'history', 'navigator', 'screen'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'XMLHttpRequest', 'fetch', 'WebSocket', 'EventSource'],
  ...['Worker', 'SharedWorker', 'Image', 'Audio', 'alert', 'confirm', 'prompt', 'open', 'close', 'print'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'getComputedStyle', 'matchMedia'],
  ...['HTMLElement', 'Element', 'Node', 'Event', 'CustomEvent', 'EventTarget', 'MutationObserver', 'DOMParser'],
  ...['IntersectionObserver', 'ResizeObserver', 'Blob', 'File', 'FileReader', 'FormData', 'URL', 'URLSearchParams'],
  ...['Headers', 'Request', 'Response', 'TextEncoder', 'TextDecoder', 'AbortController', 'AbortSignal'],
  ...['crypto', 'performance', 'atob', 'btoa', 'structuredClone', 'queueMicrotask', 'MessageChannel', 'postMessage'],
  ...['addEventListener', 'removeEventListener', 'dispatchEvent', 'customElements', 'phone', 'phoneApp'],
]

export const WRAPPER_NAMES: readonly string[] = [...GIVEN_NAMES, ...BROWSER_ONLY]
