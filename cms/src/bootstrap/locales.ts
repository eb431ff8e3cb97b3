import type { Core } from '@strapi/strapi'
import { LOCALES, SOURCE_LANGUAGE } from 'shared-types'
import { openToRoles } from './roles'

interface IsoLocales {
  getIsoLocales: () => { code: string, name: string }[]
}

/**
 * Strapi refuses languages that are not in its list, and Leichte Sprache is not: to be called before Strapi reads any.
 */
export function allowLocales(strapi: Core.Strapi): void {
  const isoLocales: IsoLocales = strapi.plugin('i18n').service('iso-locales')
  const known = isoLocales.getIsoLocales()
  for (const { code, name } of LOCALES) if (!known.some(locale => locale.code === code)) known.push({ code, name })
}

/** Strapi knows the languages of the portal, German first. */
export async function createLocales(strapi: Core.Strapi): Promise<void> {
  const locales = strapi.plugin('i18n').service('locales')
  for (const { code, name } of LOCALES) {
    const known = await locales.findByCode(code)
    if (!known) {
      await openToRoles(strapi, code)
      await locales.create({ code, name })
    } else if (known.name !== name) await locales.update({ id: known.id }, { name })
  }
  await locales.setDefaultLocale({ code: SOURCE_LANGUAGE })
}
