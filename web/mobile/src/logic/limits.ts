// How much the server takes of sound and pictures; it judges itself, this only spares people the wait.
export const RECORDING_MAX_S = 120
export const FILM_MAX_S = 60
export const FILM_MAX_BYTES = 40 * 1024 * 1024
export const PHOTO_MAX_BYTES = 12 * 1024 * 1024
