// What a draft takes along, as saved files of the mini-program.
import type { MediaKeeper } from './media'

export const programMedia: MediaKeeper = {
  source: async ({ path }) => path,
  address: async ({ path }) => path ?? '',
  drop: async (pieces) => {
    for (const { path } of pieces) if (path) uni.removeSavedFile({ filePath: path })
  },
  // Saved files are named by their drafts only; those are dropped with them.
  sweep: async () => undefined,
}
