/**
 * Addresses elsewhere are looked at from time to time: whoever follows a link of ours, or wants to read a source, shall
 * not find out first that it is gone. Only where the operator wants it (`LINK_CHECKS`).
 */
import type { Core } from '@strapi/strapi'
import { readEnvironment } from '../environment'
import { lookRound } from './round'

const MINUTE = 60 * 1000
/** A start has other things to do. */
const FIRST_MILLISECONDS = 10 * MINUTE
const AGAIN_MILLISECONDS = 6 * 60 * MINUTE

export function checkLinks(strapi: Core.Strapi): void {
  if (readEnvironment().links.checks === 'off') return
  const stopping = new AbortController()
  strapi.server.httpServer.on('close', () => stopping.abort())
  const look = async () => {
    await lookRound(strapi, { signal: stopping.signal }).catch((error: unknown) =>
      strapi.log.error(`Links were not looked at: ${error instanceof Error ? error.message : String(error)}`))
    if (!stopping.signal.aborted) setTimeout(() => void look(), AGAIN_MILLISECONDS).unref()
  }
  setTimeout(() => void look(), FIRST_MILLISECONDS).unref()
}
