// Whether the phone has a network, so that pages can say so before anything is lost.
import { reactive } from 'vue'

export const network = reactive({ offline: false })

export function startNetwork() {
  // #ifdef H5
  const look = () => (network.offline = !navigator.onLine)
  window.addEventListener('online', look)
  window.addEventListener('offline', look)
  look()
  // #endif
  // #ifndef H5
  uni.onNetworkStatusChange((status) => {
    network.offline = !status.isConnected
  })
  // #endif
}
