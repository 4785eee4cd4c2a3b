import { beforeEach, describe, expect, it, vi } from 'vitest'
import { configureHttp } from '@/api/http'
import type { Piece } from '@/logic/media'
import { bringAll, bringAnew, bringPiece, uploads } from '@/logic/uploads'
import { standInForUni } from './uni'

interface Upload {
  header: Record<string, string>
  success: (answer: { statusCode: number; data: string }) => void
  fail: () => void
}

function standInForUpload() {
  standInForUni(() => 'no network')
  const begun: Upload[] = []
  const told: ((at: { progress: number }) => void)[] = []
  Object.assign(uni, {
    uploadFile: (upload: Upload) => {
      begun.push(upload)
      return { onProgressUpdate: (tell: (at: { progress: number }) => void) => told.push(tell) }
    },
  })
  return { begun, told }
}

const photo = (key: string): Piece => ({ key, kind: 'photo', name: 'a.jpg', path: `/tmp/${key}` })
const taken = (id: number) => ({ statusCode: 201, data: JSON.stringify({ id, kind: 'photo' }) })
const begins = (begun: Upload[], n: number) => vi.waitFor(() => expect(begun).toHaveLength(n))

beforeEach(() => configureHttp({ language: () => 'zh', csrf: () => 't', onSignedOut: () => undefined }))

describe('bringing a piece', () => {
  it('is one upload, however often it is asked for, and says how far it is', async () => {
    const { begun, told } = standInForUpload()
    const piece = photo('k1')
    const both = Promise.all([bringPiece(piece), bringPiece(piece)])
    await begins(begun, 1)
    told[0]({ progress: 40 })
    expect(uploads.k1.percent).toBe(40)
    begun[0].success(taken(7))
    await both
    expect(piece.id).toBe(7)
    await bringPiece(piece)
    expect(begun).toHaveLength(1)
  })

  it('goes on under the same key after it was cut', async () => {
    const { begun } = standInForUpload()
    const piece = photo('k2')
    const first = bringPiece(piece)
    await begins(begun, 1)
    begun[0].fail()
    await expect(first).rejects.toMatchObject({ offline: true })
    expect(uploads.k2.trouble).toBeTruthy()
    const second = bringPiece(piece)
    await begins(begun, 2)
    begun[1].success(taken(8))
    await second
    expect(begun.map(({ header }) => header['Idempotency-Key'])).toEqual(['k2', 'k2'])
    expect(uploads.k2).toBeUndefined()
  })

  it('takes a new key for what the server has forgotten', async () => {
    const { begun } = standInForUpload()
    const piece = { ...photo('k3'), id: 3 }
    bringAnew([piece])
    const again = bringPiece(piece)
    await begins(begun, 1)
    begun[0].success(taken(9))
    await again
    expect(begun[0].header['Idempotency-Key']).not.toBe('k3')
    expect(piece).toMatchObject({ key: 'k3', id: 9 })
  })

  it('says so when the phone has lost the file', async () => {
    const { begun } = standInForUpload()
    const lost: Piece = { key: 'k4', kind: 'photo', name: 'a.jpg' }
    await expect(bringAll([lost])).rejects.toMatchObject({ problem: { code: 'lost' } })
    expect(begun).toEqual([])
    expect(uploads.k4.trouble).toContain('手机')
  })
})
