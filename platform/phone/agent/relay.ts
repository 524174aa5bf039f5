/** The socket the automator speaks to: this machine's own programs only, one request after the other. */
import type { IncomingMessage } from 'node:http'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { type Answer, readRequest, wordsOf } from './wire'

export interface Relay {
  port: number
  /** To everybody connected. */
  tell(method: string, params: unknown): void
  close(): Promise<void>
}

export type Ask = (method: string, params: Readonly<Record<string, unknown>>) => Promise<Answer>

const LOOPBACK = '127.0.0.1'
/** How long one that is told goodbye may take to go by itself. */
const GOODBYE_MS = 1000

/** A web page always says where it comes from, and has no business here. */
const isFromProgram = ({ req }: { req: IncomingMessage }): boolean => req.headers.origin === undefined

/** These may wait for a person, who answers through a later request of the same socket. */
const MAY_WAIT = ['App.callWxMethod', 'App.callFunction', 'Page.callMethod', 'Element.callMethod']

const textOf = (message: RawData): string =>
  Array.isArray(message) ? Buffer.concat(message).toString() : Buffer.from(message as Buffer).toString()

function serve(socket: WebSocket, ask: Ask): void {
  let line: Promise<unknown> = Promise.resolve()
  const send = (message: object): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }
  socket.on('message', (message) => {
    const request = readRequest(textOf(message))
    if ('mistake' in request) return send({ id: request.id, error: { message: request.mistake } })
    const { id, method, params } = request
    const answer = async (): Promise<void> => {
      try {
        send({ id, ...(await ask(method, params)) })
      } catch (failure) {
        send({ id, error: { message: wordsOf(failure) } })
      }
    }
    line = line.then(() => {
      const answering = answer()
      return MAY_WAIT.includes(method) ? undefined : answering
    })
  })
  socket.on('error', () => socket.terminate())
}

const opened = (server: WebSocketServer, wanted: number): Promise<number> =>
  new Promise((done, failed) => {
    server.once('error', (failure: NodeJS.ErrnoException) => {
      failed(failure.code === 'EADDRINUSE' ? new Error(`Port ${wanted} is in use: give the phone another.`) : failure)
    })
    server.once('listening', () => {
      const address = server.address()
      done(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

export async function openRelay(port: number, ask: Ask): Promise<Relay> {
  const server = new WebSocketServer({ host: LOOPBACK, port, verifyClient: isFromProgram })
  server.on('connection', (socket) => serve(socket, ask))
  const actual = await opened(server, port)
  return {
    port: actual,
    tell: (method, params) => {
      const text = JSON.stringify({ method, params })
      for (const socket of server.clients) if (socket.readyState === socket.OPEN) socket.send(text)
    },
    close: () => {
      for (const socket of server.clients) socket.close()
      const impatient = setTimeout(() => {
        for (const socket of server.clients) socket.terminate()
      }, GOODBYE_MS)
      return new Promise((done) =>
        server.close(() => {
          clearTimeout(impatient)
          done()
        }),
      )
    },
  }
}
