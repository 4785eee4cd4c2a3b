// Where the server is. A browser has its pages from it; a mini-program is told when it is built.
// Invariant: every address the pages ask begins with what stands here.
export const ORIGIN: string = import.meta.env.VITE_MASHANG_ORIGIN ?? ''
export const API = '/api/v1'

export const address = (path: string) => ORIGIN + API + path
