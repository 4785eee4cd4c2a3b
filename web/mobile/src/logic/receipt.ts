// The receipt of a message: what people type from it, in the shape the server knows.

/** "k7qf 2m9x" as "K7QF-2M9X"; what is no receipt code stays as it was typed, for the server to say. */
export function tidyCode(typed: string): string {
  const letters = fullToHalf(typed).toUpperCase().replace(/[^A-Z0-9]/g, '')
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : typed.trim()
}

export function tidyNumber(typed: string): string {
  return fullToHalf(typed).toUpperCase().replace(/\s/g, '')
}

// Chinese keyboards offer letters and digits of full width.
function fullToHalf(text: string): string {
  return text.replace(/[！-～]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
}

/** A person in an answer of the server comes as a name, or as an object with one. */
export function nameOf(one: string | { name: string } | undefined): string {
  return typeof one === 'string' ? one : (one?.name ?? '')
}
