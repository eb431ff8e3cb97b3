import type { Core } from '@strapi/strapi'

interface Router {
  register: (path: unknown, methods: unknown, work: unknown, options?: object) => unknown
}

const mended = new WeakSet<Router>()

/**
 * An address has one spelling: Strapi's router takes capital letters for small ones, and what our middlewares say of
 * an address would not hold for its others. To be called before routes are made.
 */
export function spellAddressesOnce({ server }: Core.Strapi): void {
  const prototype: Router = Object.getPrototypeOf(server.router)
  if (mended.has(prototype)) return
  mended.add(prototype)
  const { register } = prototype
  prototype.register = function (path, methods, work, options) {
    return register.call(this, path, methods, work, { ...options, sensitive: true })
  }
}
