/** A wrong variable stops the start, not the first visitor. */
export default defineNitroPlugin(() => {
  readEnvironment()
})
