// A photo as it is sent: turned upright, at most 2000 pixels long, without the camera's notes (where
// and when it was taken). What the browser can't decode goes as it is, and the server judges it.
export const LONGEST_SIDE = 2000
const QUALITY = 0.85

/** The size to draw at: never larger than it is, never longer than allowed. */
export function fitted(width: number, height: number, longest = LONGEST_SIDE) {
  const scale = Math.min(1, longest / Math.max(width, height, 1))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

// #ifdef H5
async function decoded(file: Blob): Promise<HTMLImageElement> {
  const image = new Image()
  const address = URL.createObjectURL(file)
  image.src = address
  try {
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(address)
  }
}

export async function shrunk(file: Blob): Promise<Blob> {
  try {
    const image = await decoded(file)
    const { width, height } = fitted(image.naturalWidth, image.naturalHeight)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const brush = canvas.getContext('2d')
    if (!brush) return file
    // A picture with holes would turn black where they are.
    brush.fillStyle = '#ffffff'
    brush.fillRect(0, 0, width, height)
    brush.drawImage(image, 0, 0, width, height)
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    return made ?? file
  } catch {
    return file
  }
}
// #endif
