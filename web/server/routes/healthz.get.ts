/** The process is alive. */
export default defineEventHandler(() => ({ status: 'ok' }))
