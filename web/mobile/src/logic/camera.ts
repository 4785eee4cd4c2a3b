// Reading codes with the camera of a browser: by the browser's own detector where it has one, else by
// a reader that is fetched only here. Works on a picture from the album too.
interface Detector {
  detect: (from: CanvasImageSource) => Promise<{ rawValue: string }[]>
}

type Read = (canvas: HTMLCanvasElement) => Promise<string | undefined>

// A code fills a good part of the picture; more points only take more time.
const LONGEST = 800
const PAUSE_MS = 150

async function ownDetector(): Promise<Read | undefined> {
  const Kind = (window as unknown as { BarcodeDetector?: new (options: object) => Detector }).BarcodeDetector
  if (!Kind) return undefined
  try {
    const detector = new Kind({ formats: ['qr_code'] })
    return async (canvas) => (await detector.detect(canvas))[0]?.rawValue
  } catch {
    return undefined
  }
}

async function fetchedReader(): Promise<Read> {
  const { default: read } = await import('jsqr')
  return async (canvas) => {
    const brush = canvas.getContext('2d', { willReadFrequently: true })
    const pixels = brush?.getImageData(0, 0, canvas.width, canvas.height)
    return pixels && (read(pixels.data, pixels.width, pixels.height)?.data || undefined)
  }
}

/** Some browsers have a detector that only fails; then the fetched reader takes over. */
async function reader(): Promise<Read> {
  const own = await ownDetector()
  if (!own) return fetchedReader()
  let other: Read | undefined
  return async (canvas) => {
    if (other) return other(canvas)
    try {
      return await own(canvas)
    } catch {
      other = await fetchedReader()
      return other(canvas)
    }
  }
}

function drawn(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(source, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Shows the camera in `video` and tells each code it sees, until the returned function is called. */
export async function watchCamera(
  video: HTMLVideoElement,
  onCode: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  const stop = () => {
    going = false
    for (const track of stream.getTracks()) track.stop()
  }
  let going = true
  video.srcObject = stream
  await video.play()
  const read = await reader()
  const look = async () => {
    if (!going) return
    if (video.videoWidth) {
      const text = await read(drawn(video, video.videoWidth, video.videoHeight)).catch(() => undefined)
      if (text && going) onCode(text)
    }
    if (going) setTimeout(look, PAUSE_MS)
  }
  void look()
  return stop
}

export async function codeInPicture(file: Blob): Promise<string | undefined> {
  const image = new Image()
  const address = URL.createObjectURL(file)
  image.src = address
  try {
    await image.decode()
    const read = await reader()
    return await read(drawn(image, image.naturalWidth, image.naturalHeight))
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(address)
  }
}
