// Whether the list of keys is shown; it is opened by a key as well as by a button.
import { ref } from 'vue'

export const helpOpen = ref(false)
