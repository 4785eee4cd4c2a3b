// WeChat as far as our pages use it: storage, network, permissions, the stack of pages. It is strict:
// what it does not know, or what WeChat would refuse, is a fault of the pages.
// Invariant: like WeChat it keeps no cookies, and asks only the one address that is registered.
import { Network } from './network.mjs'
import { Pages } from './pages.mjs'

// Like WeChat's own: later, and in this order.
export function settle(options, ok, result) {
  setImmediate(() => {
    if (ok) options.success?.(result)
    else options.fail?.(result)
    options.complete?.(result)
  })
}

const SYSTEM = {
  platform: 'android', language: 'zh_CN', SDKVersion: '3.7.0', version: '8.0.50', model: 'Test',
  system: 'Android 14', brand: 'Test', pixelRatio: 2, windowWidth: 390, windowHeight: 780,
  screenWidth: 390, screenHeight: 844, statusBarHeight: 20, fontSizeSetting: 16,
  safeArea: { top: 20, bottom: 844, left: 0, right: 390, width: 390, height: 824 },
}

const system = () => ({ ...SYSTEM })

// Asked by the framework whether they are there; whoever calls them is at fault all the same.
const PROBED = new Set(['then', 'toJSON', '$$typeof'])

export class Host {
  constructor({ root, origin, base, storage, saved }) {
    this.faults = []
    this.told = []
    this.storage = storage
    this.permissions = { camera: true, microphone: true, location: true, notices: true }
    /** What the camera gives, and the places the phone is at. */
    this.photo = undefined
    this.sound = undefined
    this.scanned = undefined
    /** Where the person puts the pin on WeChat's map, as that map counts; nothing: thought better of it. */
    this.pointed = undefined
    /** What the person answers when WeChat asks before it leaves a page. */
    this.leaves = true
    this.wechatCode = undefined
    this.inTap = false
    this.pages = new Pages(root, this)
    this.network = new Network({ origin, base, host: this, saved })
    this.recorder = this.#newRecorder()
    this.listeners = { show: [], hide: [], network: [] }
    this.api = this.#strict({ ...this.#system(), ...this.#storage(), ...this.#people(), ...this.#files(), ...this.#moves() })
  }

  fault(what) {
    this.faults.push(what)
  }

  #strict(api) {
    return new Proxy(api, {
      get: (known, name) => {
        if (name in known || typeof name === 'symbol' || PROBED.has(name)) return known[name]
        if (name.startsWith('__')) return undefined
        return () => this.fault(`wx.${name} was called, which this host does not have`)
      },
    })
  }

  #system() {
    const launch = () => ({ path: 'pages/index/index', query: {}, scene: 1001, ...this.launched })
    return {
      getSystemInfoSync: system, getWindowInfo: system, getDeviceInfo: system, getAppBaseInfo: system,
      getSystemSetting: () => ({}), getAppAuthorizeSetting: () => ({}),
      getLaunchOptionsSync: launch, getEnterOptionsSync: launch,
      getAccountInfoSync: () => ({ miniProgram: { appId: 'wx-test', envVersion: 'release' } }),
      canIUse: () => true,
      onAppShow: (listener) => this.listeners.show.push(listener),
      onAppHide: (listener) => this.listeners.hide.push(listener),
      onNetworkStatusChange: (listener) => this.listeners.network.push(listener),
      setNavigationBarTitle: ({ title }) => (this.pages.title = title),
      pageScrollTo: () => undefined,
      nextTick: (run) => setImmediate(run),
    }
  }

  #storage() {
    const { storage } = this
    const copy = (value) => JSON.parse(JSON.stringify(value))
    const set = (name, value) => {
      if (JSON.stringify(value).length > 1 << 20) this.fault(`${name} is too large to be stored`)
      storage.set(name, copy(value))
    }
    return {
      getStorageSync: (name) => (storage.has(name) ? copy(storage.get(name)) : ''),
      setStorageSync: set,
      setStorage: ({ key, data, ...options }) => (set(key, data), settle(options, true, {})),
      getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
      removeStorageSync: (name) => storage.delete(name),
    }
  }

  #refused(options, name) {
    settle(options, false, { errMsg: `${name}:fail auth deny`, errno: 103 })
  }

  /** What tells where somebody is has to stand in the package, or WeChat does not do it. */
  #checkDeclared(name) {
    if (!this.pages.declared.includes(name)) this.fault(`${name} is not among requiredPrivateInfos`)
  }

  #people() {
    return {
      request: (options) => this.network.request(options),
      uploadFile: (options) => this.network.upload(options),
      downloadFile: (options) => this.network.download(options),
      login: (options) => settle(options, Boolean(this.wechatCode), { code: this.wechatCode, errMsg: 'login' }),
      chooseImage: (options) => {
        if (!this.permissions.camera) return this.#refused(options, 'chooseImage')
        const path = this.network.keep(this.photo, 'png')
        settle(options, true, { tempFilePaths: [path], tempFiles: [{ path, size: this.photo.length }] })
      },
      getLocation: (options) => {
        this.#checkDeclared('getLocation')
        if (!this.permissions.location) return this.#refused(options, 'getLocation')
        settle(options, true, { latitude: 26.8968, longitude: 112.5719, accuracy: 20 })
      },
      chooseLocation: (options) => {
        this.#checkDeclared('chooseLocation')
        if (!this.permissions.location) return this.#refused(options, 'chooseLocation')
        this.told.push(['chooseLocation', options.latitude, options.longitude])
        settle(options, Boolean(this.pointed), { ...this.pointed, errMsg: 'chooseLocation:fail cancel' })
      },
      scanCode: (options) => settle(options, Boolean(this.scanned), { result: this.scanned, errMsg: 'scanCode' }),
      getRecorderManager: () => this.recorder,
      createInnerAudioContext: () => ({ src: '', play: () => this.told.push(['play']), stop() {}, destroy() {} }),
      setClipboardData: (options) => {
        this.told.push(['setClipboardData', options.data])
        settle(options, true, {})
      },
      getUpdateManager: () => ({ onUpdateReady() {}, onCheckForUpdate() {}, onUpdateFailed() {}, applyUpdate() {} }),
      openSetting: (options = {}) => {
        this.told.push(['openSetting'])
        settle(options, true, { authSetting: {} })
      },
      previewImage: (options) => this.told.push(['previewImage', options.current]),
      makePhoneCall: (options) => this.told.push(['makePhoneCall', options.phoneNumber]),
      requestSubscribeMessage: (options) => this.#askForConsent(options),
    }
  }

  #files() {
    return {
      saveFile: (options) => {
        const savedFilePath = this.network.save(options.tempFilePath)
        settle(options, Boolean(savedFilePath), { savedFilePath, errMsg: 'saveFile' })
      },
      removeSavedFile: (options) => settle(options, this.network.saved.delete(options.filePath), {}),
    }
  }

  /** WeChat has one recorder; it ends by itself when its time is over. */
  #newRecorder() {
    const heard = {}
    const tell = (what, ...words) => setImmediate(() => heard[what]?.(...words))
    return {
      onStart: (listener) => (heard.start = listener),
      onStop: (listener) => (heard.stop = listener),
      onError: (listener) => (heard.error = listener),
      start: () => {
        if (this.permissions.microphone) tell('start')
        else tell('error', { errMsg: 'operateRecorder:fail auth deny' })
      },
      stop: () => tell('stop', { tempFilePath: this.network.keep(this.sound, 'mp3'), duration: 3000 }),
    }
  }

  #askForConsent(options) {
    if (!this.inTap) this.fault('requestSubscribeMessage can only be called in a tap')
    if (options.tmplIds.length > 3) this.fault('WeChat asks for three templates at most')
    const answer = this.permissions.notices ? 'accept' : 'reject'
    const answers = Object.fromEntries(options.tmplIds.map((id) => [id, answer]))
    this.told.push(['requestSubscribeMessage', ...options.tmplIds])
    settle(options, true, { ...answers, errMsg: 'requestSubscribeMessage:ok' })
  }

  #moves() {
    const { pages } = this
    return {
      navigateTo: (options) => pages.navigateTo(options),
      redirectTo: (options) => pages.redirectTo(options),
      reLaunch: (options) => pages.reLaunch(options),
      navigateBack: (options) => pages.navigateBack(options),
      enableAlertBeforeUnload: ({ message }) => pages.ask(message),
      disableAlertBeforeUnload: () => pages.ask(undefined),
    }
  }
}

