import type { Core } from '@strapi/strapi'
import type { Draft } from '../checks/check'
import { problemsOf } from '../checks/table'
import { hasDrafts, isLocalised, type Schema, schemaOf } from '../content-model/schema'
import { IMAGE } from '../content-model/uids'
import { labelCitations, unlabelled } from '../derived/citation-labels'
import { componentsIn, componentUid, isValues } from '../rows/components'
import { publishedToday } from '../derived/counts-from'
import { computedDays } from '../derived/dates'
import type { Action, Next, Result } from './index'
import { label } from '../derived/label'
import { withoutEmptyParts } from '../derived/empty-parts'
import { pictureTitle } from '../derived/picture-title'
import { dataOf, documentIdOf, localeOfSave, param, setParam } from '../rows/params'
import { paperAddress } from '../rules/papers'
import { refuse } from '../rules/problems'
import { afterPublish } from './publish'
import { relationAfter } from '../rows/relations'
import { reviseAfter, wholesOf } from '../revision/revision'
import {
  findLiveRow, findRow, findSourceRow, isEditable, isOwnRelation, type Row, sharedValues, type Values, withRelations,
  workingRows,
} from '../rows/rows'
import { keyProblems, shapeProblems, withoutKeys } from '../shapes/shape'
import { makeSlug, rememberFormerSlug } from '../rules/slug'
import { sourceLabel } from '../derived/source-label'
import { knownBySave, recordTranslation } from '../translation/translation-record'

/** Completes what is derived, refuses what is wrong, and keeps the languages of a document apart. */
export async function saveRules(strapi: Core.Strapi, schema: Schema, action: Action, next: Next): Promise<Result> {
  const documentId = documentIdOf(action)
  const given = givenIn(strapi, schema, action, documentId)
  const locale = localeOfSave(action)
  const source = documentId ? await findSourceRow(strapi, schema, documentId) : null
  const isTranslation = isLocalised(schema) && source !== null && source.locale !== locale
  const before
    = isTranslation && documentId
      ? await findRow(strapi, schema, { documentId, locale, ...workingRows(schema) })
      : source
  const values = isTranslation
    ? { ...ownTexts(schema, given), ...sharedValues(strapi, schema, source) }
    : await completed(strapi, schema, given, source, locale)
  const becomesPublic = !hasDrafts(schema) || param(action, 'status') === 'published'
  const after = merged(strapi, schema, before, values)
  if (!isTranslation) Object.assign(values, await label(strapi, schema, after))
  if (becomesPublic) Object.assign(values, publishedToday(schema, after))

  const live = documentId && becomesPublic ? await findLiveRow(strapi, schema, documentId) : null
  const draft: Draft = {
    documentId, locale, isTranslation, said: values, row: after, before,
    shown: isTranslation ? withRelations(schema, after, source) : after,
    hasSource: !isTranslation || live !== null, appearing: new Set(),
  }
  refuse(await problemsOf(strapi, schema, draft, becomesPublic ? ['save', 'always', 'publish'] : ['save', 'always']))

  const wholesBefore = documentId && becomesPublic ? await wholesOf(strapi, schema, documentId) : []
  const named = unlabelled(strapi, schema, values)
  setParam(action, 'data', schema.attributes.isConfirmed ? { ...named, isConfirmed: false } : named)
  const known = isTranslation
    ? await knownBySave(strapi, schema, {
        documentId: source.documentId, locale, before, after, source: String(source.locale),
      })
    : null
  const saved = await next()
  await labelCitations(strapi, schema, documentId)
  if (isTranslation && known)
    await recordTranslation(
      strapi, schema, { documentId: source.documentId, locale }, { known, isPublic: becomesPublic },
    )
  if (becomesPublic && hasDrafts(schema) && isDocument(saved))
    await afterPublish(strapi, schema, saved.documentId, { before: live, locales: [locale], wholesBefore })
  if (becomesPublic && !hasDrafts(schema) && !isTranslation) await rememberFormerSlug(strapi, schema, live, after)
  if (!hasDrafts(schema) && isDocument(saved))
    await reviseAfter(strapi, schema, saved.documentId, { locales: [locale], wholesBefore })
  return saved
}

/** What is to be saved: refused where it has not the shape of its type. */
function givenIn(strapi: Core.Strapi, schema: Schema, action: Action, documentId: string | undefined): Values {
  const given = dataOf(action)
  refuse([...keyProblems(given, documentId), ...shapeProblems(strapi, schema, given)])
  return withoutKeys(given)
}

function isDocument(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'documentId' in value
}

/** A translation holds only texts: what all languages share is saved in the source language. */
function ownTexts(schema: Schema, values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => {
    const attribute = schema.attributes[name]
    return !attribute || !isEditable(name, attribute) || isLocalised(attribute)
  }))
}

async function completed(
  strapi: Core.Strapi, schema: Schema, given: Values, source: Row | null, locale: string,
): Promise<Values> {
  const said = { ...given, ...withoutEmptyParts(strapi, schema, given) }
  const values = source ? said : { ...defaultsOf(schema), ...said }
  if (schema.attributes.sourceLanguage) values.sourceLanguage = source?.sourceLanguage ?? locale
  const title = values[schema.pluginOptions?.lip?.titleOf ?? '']
  const hasSlug = 'slug' in values ? Boolean(values.slug) : Boolean(source?.slug)
  if (schema.attributes.slug && !hasSlug && typeof title === 'string')
    values.slug = await makeSlug(strapi, schema, title, source?.documentId)
  if (schema.attributes.paperNumber) Object.assign(values, paperAddress(source, values))
  if (schema.uid === IMAGE) Object.assign(values, await pictureTitle(strapi, source, values))
  if (schema.uid === 'api::source.source') values.label = sourceLabel({ ...source, ...values })
  return { ...values, ...computedDays(schema, values, source) }
}

/** What a new entry says as long as nobody says otherwise: Strapi adds it later than the rules look. */
function defaultsOf({ attributes }: Schema): Values {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, attribute]) =>
      attribute.default === undefined ? [] : [[name, attribute.default]],
    ),
  )
}

/** The entry as it will stand: what was there, and what the save changes. */
function merged(strapi: Core.Strapi, schema: Schema, before: Values | null, values: Values): Values {
  const after: Values = { ...before, ...values }
  for (const [name, attribute] of Object.entries(schema.attributes)) {
    if (isOwnRelation(name, attribute)) after[name] = relationAfter(before?.[name], values[name])
    if ((attribute.component || attribute.components) && name in values)
      after[name] = mergedComponents(strapi, attribute.component, before?.[name], values[name])
  }
  return after
}

/** A form names the components that stay by their id, and of their relations only what changes. */
function mergedComponents(strapi: Core.Strapi, uid: string | undefined, before: unknown, after: unknown): unknown {
  if (!Array.isArray(after)) return after
  // Each kind of component counts its own ids.
  const keyOf = (component: Values) => `${componentUid(component, uid)} ${String(component.id)}`
  const known = new Map(componentsIn(before).map(component => [keyOf(component), component]))
  return after.map((component: unknown) =>
    isValues(component)
      ? merged(strapi, schemaOf(strapi, componentUid(component, uid)), known.get(keyOf(component)) ?? null, component)
      : component,
  )
}
