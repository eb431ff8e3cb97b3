/** Which portal is meant: that of `npm start`, or that of the containers. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { hasEngine, volumes } from '../containers/engine.mjs'
import { readEnvironment } from '../environment.mjs'
import { placeInContainers } from './containers.mjs'
import { placeHere } from './here.mjs'

/** `--here` and `--containers` say it; else the one that is there. Throws a sentence where both are. */
export async function findPlace({ here, containers: inContainers, isRestore = false }) {
  const { dataDirectory } = readEnvironment()
  const place = meansContainers({ here, inContainers, dataDirectory })
    ? placeInContainers()
    : placeHere({ dataDirectory, databaseUrl: process.env.DATABASE_URL || null })
  await place.ready?.({ isRestore })
  return place
}

function meansContainers({ here, inContainers, dataDirectory }) {
  if (here && inContainers) throw new Error('Either --here or --containers.')
  if (here || inContainers) return Boolean(inContainers)
  const isHere = existsSync(path.join(dataDirectory, 'secrets.json'))
  // `down` removes the containers and leaves what they have written.
  const isInContainers = hasEngine() && volumes().length > 0
  if (isHere && isInContainers)
    throw new Error(`There are two portals, in ${dataDirectory} and in containers. Say which: --here or --containers`)
  return isInContainers
}
