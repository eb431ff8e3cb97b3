import { createRequire } from 'node:module'
import path from 'node:path'
import type { Core } from '@strapi/strapi'

interface Events {
  createEventManager: (strapi: Core.Strapi, uid: string) => { emitEvent: (event: string, entry: unknown) => void }
}

interface WebhookRunner {
  /** Webhooks by the event they are called for. */
  webhooksMap: Map<string, unknown>
}

/**
 * readForWebhooksOnly keeps Strapi from reading each stored entry once more, with everything that it points to, to tell
 * it to webhooks where there are none. Call it before the first document is asked for.
 */
export function readForWebhooksOnly(): void {
  const ofStrapi = createRequire(require.resolve('@strapi/strapi/package.json'))
  const folder = path.dirname(ofStrapi.resolve('@strapi/core/package.json'))
  const events: Events = require(path.join(folder, 'dist/services/document-service/events.js'))
  const { createEventManager } = events
  events.createEventManager = (strapi, uid) => {
    const { emitEvent } = createEventManager(strapi, uid)
    const webhooks: WebhookRunner = strapi.get('webhookRunner')
    return {
      emitEvent: (event, entry) => {
        if (webhooks.webhooksMap.has(event)) emitEvent(event, entry)
      },
    }
  }
}
