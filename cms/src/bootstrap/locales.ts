import type { Core } from '@strapi/strapi'
import { LOCALES, SOURCE_LANGUAGE } from 'shared-types'

/** Strapi knows the languages of the portal, German first. */
export async function createLocales(strapi: Core.Strapi): Promise<void> {
  const locales = strapi.plugin('i18n').service('locales')
  for (const { code, name } of LOCALES) {
    const known = await locales.findByCode(code)
    if (!known) await locales.create({ code, name })
    else if (known.name !== name) await locales.update({ id: known.id }, { name })
  }
  await locales.setDefaultLocale({ code: SOURCE_LANGUAGE })
}
