// One file on its way to the server. The key makes a repeated upload the same one, so a cut one is
// simply sent again.
import { address, headersFor, offlineError, settle } from './http'
import type { Attachment } from './types'

// A film over a slow network takes its time; the framework would give up after a minute.
const PATIENCE_MS = 10 * 60_000

export function upload(
  source: File | string,
  idempotencyKey: string,
  onPercent: (percent: number) => void,
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const task = uni.uploadFile({
      url: address('/attachments'),
      // The framework wants a path even beside a file, and then does not look at it.
      ...(typeof source === 'string' ? { filePath: source } : { file: source, filePath: source.name }),
      name: 'file',
      timeout: PATIENCE_MS,
      header: headersFor({ method: 'POST', idempotencyKey }),
      success: (answer) => {
        try {
          resolve(settle<Attachment>(answer.statusCode, answer.data))
        } catch (error) {
          reject(error)
        }
      },
      fail: () => reject(offlineError()),
    })
    task.onProgressUpdate(({ progress }) => onPercent(progress))
  })
}
