/** What Strapi calls the rights that a role has at a type. */
const EXPLORER = 'plugin::content-manager.explorer'

export const CREATE = `${EXPLORER}.create`
export const UPDATE = `${EXPLORER}.update`
export const PUBLISH = `${EXPLORER}.publish`
