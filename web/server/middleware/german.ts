/** German has no code in its addresses: whoever writes one is led on. Never to another website. */
export default defineEventHandler((event) => {
  const rest = /^\/de(?=[/?]|$)(.*)$/s.exec(event.path)?.[1]
  if (rest === undefined || event.method !== 'GET') return
  const { pathname, search } = new URL(`https://website.example/${rest}`)
  return sendRedirect(event, pathname.replace(/^\/+/, '/') + search, 308)
})
