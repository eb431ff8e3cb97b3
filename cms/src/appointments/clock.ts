/** When appointments are kept: all the time that the cms runs. */
import type { Core } from '@strapi/strapi'
import { keepDue } from './due'

/** Nobody sees it later than that. */
const LOOK_MILLISECONDS = 10_000

/** Looks now, which catches up once with what a stop has missed, and from then on all the time. */
export async function keepAppointments(strapi: Core.Strapi): Promise<void> {
  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    await keepDue(strapi).catch((error: unknown) =>
      strapi.log.error(`Appointments wait: ${error instanceof Error ? error.message : String(error)}`))
    isLooking = false
  }
  await look()
  const timer = setInterval(() => void look(), LOOK_MILLISECONDS).unref()
  strapi.server.httpServer.on('close', () => clearInterval(timer))
}
