import type { Context, Next } from 'koa'

/**
 * Sends the policy as it is configured: Strapi's own middleware mixes its defaults, other hosts among them, into every
 * list.
 */
export default ({ contentSecurityPolicy }: { contentSecurityPolicy: Record<string, string[]> }) => {
  const policy = Object.entries(contentSecurityPolicy).map(directive => directive.flat().join(' ')).join('; ')
  return async (ctx: Context, next: Next): Promise<void> => {
    ctx.set('Content-Security-Policy', policy)
    await next()
  }
}
