// A photo of a place that does not exist, so that no picture of anybody is kept with the tests.
const SCENE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 720" width="960" height="720">
  <rect width="960" height="720" fill="#33415c"/>
  <circle cx="780" cy="120" r="46" fill="#e9e3cf"/>
  <path d="M0 470 190 350 330 470 520 330 720 470 960 380V720H0Z" fill="#222c42"/>
  <path d="M0 560h960v160H0Z" fill="#4a4f58"/><path d="M40 640h140m80 0h140m80 0h140m80 0h140" stroke="#c9c3ae" stroke-width="8"/>
  <path d="M300 600V210q0-40 40-40h70" fill="none" stroke="#9aa3b2" stroke-width="16"/>
  <path d="M392 160h96l-14 34h-68Z" fill="#6b7280"/>
  <path d="M560 560V400h130v160Z" fill="#2d3950"/><path d="M585 430h30v36h-30Zm50 0h30v36h-30Z" fill="#e0b354"/>
</svg>`

let taken

/** What the browser's file dialog hands over. */
export async function photoOfPlace(context) {
  taken ??= (async () => {
    const page = await context.newPage()
    await page.setViewportSize({ width: 960, height: 720 })
    await page.setContent(`<style>body{margin:0}</style>${SCENE}`)
    const buffer = await page.screenshot({ type: 'jpeg', quality: 80 })
    await page.close()
    return { name: 'place.jpg', mimeType: 'image/jpeg', buffer }
  })()
  return taken
}
