// Whether the phone has a network, so that pages can say so before anything is lost.
import { reactive } from 'vue'

export const network = reactive({ offline: false })

export function startNetwork() {
  uni.onNetworkStatusChange((status) => {
    network.offline = !status.isConnected
  })
}
