// One attempt to send something. Its key stays the same while the very same thing is sent again
// without a definite answer (no network, server down), so that the server takes it once only.
import { uuid } from './uuid'

export interface Attempt {
  key: string
  body: string
}

export function attemptFor(previous: Attempt | undefined, body: unknown): Attempt {
  const text = JSON.stringify(body)
  return previous?.body === text ? previous : { key: uuid(), body: text }
}

/** Whether the server has decided, so that the next try is a new one. */
export function definite(status: number): boolean {
  return status >= 400 && status < 500 && status !== 429 && status !== 401
}
