// The names of the places in the tab bar.
export type Tab = 'home' | 'messages' | 'orders' | 'suggestions' | 'me'
