/** A picture of ours: the build puts its address in the place of the import. */
declare module '*.png' {
  const address: string
  export default address
}
