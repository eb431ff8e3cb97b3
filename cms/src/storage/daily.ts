import type { Core } from '@strapi/strapi'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/**
 * daily does something now and once a day. What fails at the start ends the start; what fails later is written down as
 * `failed`, and tried again the next day.
 */
export async function daily(strapi: Core.Strapi, failed: string, act: () => Promise<unknown>): Promise<void> {
  await act()
  const again = () => act().catch((error: unknown) =>
    strapi.log.error(`${failed}: ${error instanceof Error ? error.message : String(error)}`))
  setInterval(() => void again(), DAY_MILLISECONDS).unref()
}
