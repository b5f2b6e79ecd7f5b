// Makes miniprogram-simulate, which knows native components only, run pages that Taro has built.
const path = require('node:path')
const simulate = require('miniprogram-simulate')
const exparser = require('miniprogram-exparser')
const simulatorParts = require('miniprogram-simulate/src/utils')

/**
 * Loads `dist/app.js` and answers what opens its pages.
 *
 * @param dist folder of the built mini-program
 * @param phoneFunctions put onto `wx` before the app sees it
 */
exports.prepareSimulator = (dist, phoneFunctions) => {
  const stack = []
  let app
  Object.assign(globalThis.wx, phoneFunctions)
  const remember = (definition) => {
    app = definition
  }
  Object.assign(globalThis, { App: remember, getApp: () => app, getCurrentPages: () => stack })
  rememberDefinitions()
  require(path.join(dist, 'app.js'))
  return {
    launch: (query) => {
      const options = { path: '', query, scene: 1001, shareTicket: '', referrerInfo: {} }
      app.onLaunch?.(options)
      app.onShow?.(options)
    },
    open: (route, query) => openPage(dist, stack, { route, query }),
    ready: ({ component }) => component.instance.onReady?.(),
    close: ({ component }) => {
      component.instance.onHide?.()
      component.instance.onUnload?.()
      component.detach()
      stack.splice(stack.indexOf(component.instance), 1)
    },
  }
}

/** Fires an event on any element, also inside nested components, as the platform would. */
exports.dispatch = (element, name, detail) => {
  const target = nearestOf(element)
  const extraFields = { touches: {}, changedTouches: {} }
  const options = { bubbles: true, capturePhase: true, composed: true, extraFields }
  exparser.Event.dispatchEvent(target, exparser.Event.create(name, detail, options))
}

function nearestOf(element) {
  for (let one = element; one; one = one.parentElement) {
    if (one.__wxElement) return one.__wxElement
  }
  throw new Error('this element belongs to no page')
}

function openPage(dist, stack, { route, query }) {
  const id = simulate.load(path.join(dist, route), 'page', {
    rootPath: dist,
    // The other compiler leaves Taro's recursive templates empty.
    compiler: 'official',
    compilerOptions: { maxBuffer: 64 << 20 },
  })
  const component = simulate.render(id)
  const { instance } = component
  instance.route = route
  stack.push(instance)
  component.attach(document.body.appendChild(document.createElement('div')))
  instance.onLoad?.(query)
  instance.onShow?.()
  return { component, dom: component.dom, isDrawn: () => Boolean(instance.data?.root?.cn?.length) }
}

/**
 * jest and webpack run every file once, while the simulator expects `Component()` to be called at
 * every load: what a file defined is remembered and given again.
 */
function rememberDefinitions() {
  const definitions = new Map()
  const defineInSimulator = globalThis.Component
  let loading = ''
  const define = (definition) => {
    definitions.set(loading, definition)
    defineInSimulator(copyOf(definition))
  }
  globalThis.Component = define
  // A page built by React is a `Page()`: its functions become a component's methods.
  globalThis.Page = ({ data, ...rest }) => {
    const methods = Object.entries(rest).filter(([, value]) => typeof value === 'function')
    define({ data: data ?? {}, methods: Object.fromEntries(methods) })
  }
  simulatorParts.runJs = (file) => {
    const known = definitions.get(file)
    if (known) {
      defineInSimulator(copyOf(known))
      return
    }
    loading = file
    require(file)
  }
}

/** The simulator writes into what it is given. Without a prefix, classes keep their names. */
function copyOf(definition) {
  return {
    ...definition,
    methods: { ...definition.methods },
    properties: { ...definition.properties },
    options: { classPrefix: '', ...definition.options },
  }
}
