/** A picture of ours: the build puts its address in the place of the import. */
declare module '*.png' {
  const address: string
  export default address
}

/** The one encoder that we use of jsbarcode; its own types cover the whole library only. */
declare module 'jsbarcode/bin/barcodes/CODE128/CODE128C.js' {
  export default class CODE128C {
    constructor(digits: string, options: object)
    /** `data` holds one character a module: `1` is black. */
    encode(): { data: string }
  }
}
