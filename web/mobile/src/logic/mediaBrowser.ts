// What a draft takes along, as blobs in the browser's database.
import type { MediaKeeper, Piece } from './media'

const STORE = 'media'
// Where the browser gives no database (some private windows), they live as long as the page.
const passing = new Map<string, Blob>()
const addresses = new Map<string, string>()
let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  return (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('mashang', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  }))
}

async function ask<Value>(
  mode: IDBTransactionMode,
  what: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const store = (await database()).transaction(STORE, mode).objectStore(STORE)
  return new Promise((resolve, reject) => {
    const request = what(store)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

export async function keepMedia(key: string, blob: Blob): Promise<void> {
  passing.set(key, blob)
  // A full or forbidden storage must not keep anybody from sending what is on the page now.
  await ask('readwrite', (store) => store.put(blob, key)).catch(() => undefined)
}

async function blobOf(key: string): Promise<Blob | undefined> {
  if (passing.has(key)) return passing.get(key)
  return ask<Blob | undefined>('readonly', (store) => store.get(key)).catch(() => undefined)
}

async function source(piece: Piece): Promise<File | undefined> {
  const blob = await blobOf(piece.key)
  return blob && new File([blob], piece.name, { type: blob.type })
}

async function address(piece: Piece): Promise<string> {
  const known = addresses.get(piece.key)
  if (known) return known
  const blob = await blobOf(piece.key)
  const made = blob ? URL.createObjectURL(blob) : ''
  if (made) addresses.set(piece.key, made)
  return made
}

async function drop(pieces: Pick<Piece, 'key' | 'path'>[]) {
  for (const { key } of pieces) {
    passing.delete(key)
    const made = addresses.get(key)
    if (made) URL.revokeObjectURL(made)
    addresses.delete(key)
    await ask('readwrite', (store) => store.delete(key)).catch(() => undefined)
  }
}

async function sweep(inUse: Set<string>) {
  const keys = await ask('readonly', (store) => store.getAllKeys()).catch(() => [])
  await drop(keys.map(String).filter((key) => !inUse.has(key)).map((key) => ({ key })))
}

export const browserMedia: MediaKeeper = { source, address, drop, sweep }
