/** A consent as a sheet to be signed by somebody: in German, and beside it in the language of the person. */
import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system'
import { BackButton, Layouts, Page, useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { useParams, useSearchParams } from 'react-router-dom'
import { isLocaleCode, LOCALES, type LocaleCode, SOURCE_LANGUAGE } from '../../../../shared-types/src/locales'
import { Sheet } from './sheet'
import { type Column, columnIn } from './words'

const PERSON = '/content-manager/collection-types/api::contributor.person'

interface Shown {
  person: string
  /** German, and the language of the person where that is another one. */
  columns: Column[]
}

export default function ConsentSheetPage() {
  const { documentId = '' } = useParams()
  const [query, setQuery] = useSearchParams()
  const asked = query.get('locale')
  const locale = isLocaleCode(asked) ? asked : SOURCE_LANGUAGE
  const shown = useSheet(documentId, locale)
  return (
    <Page.Main>
      <Page.Title>Bogen zum Unterschreiben</Page.Title>
      <Layouts.Header
        title="Bogen zum Unterschreiben"
        subtitle="Auf Deutsch, und daneben in der Sprache der Person"
        navigationAction={<BackButton fallback={`${PERSON}/${documentId}`} />}
      />
      <Layouts.Content>
        <Flex alignItems="flex-end" gap={4} paddingBottom={6}>
          <Field.Root name="locale">
            <Field.Label>Sprache der Person</Field.Label>
            <SingleSelect value={locale} onChange={code => setQuery({ locale: String(code) }, { replace: true })}>
              {LOCALES.map(({ code, name }) => <SingleSelectOption key={code} value={code}>{name}</SingleSelectOption>)}
            </SingleSelect>
          </Field.Root>
          <Button size="L" disabled={typeof shown !== 'object'} onClick={() => window.print()}>Drucken</Button>
        </Flex>
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
          {shown === 'unknown' && <Typography>Diese Person ist gerade nicht zu lesen.</Typography>}
          {typeof shown === 'object' && <Sheet {...shown} />}
        </Box>
      </Layouts.Content>
    </Page.Main>
  )
}

function useSheet(documentId: string, locale: LocaleCode): Shown | 'unknown' | 'awaited' {
  const { get } = useFetchClient()
  const [shown, setShown] = useState<Shown | 'unknown' | 'awaited'>('awaited')
  useEffect(() => {
    let isWanted = true
    const ask = async (): Promise<Shown> => {
      const [{ data: { data: { name } } }, ...columns] = await Promise.all([
        get<{ data: { name?: string | null } }>(`${PERSON}/${documentId}`), ...languagesOf(locale).map(columnIn),
      ])
      return { person: name ?? '', columns }
    }
    ask().then(sheet => isWanted && setShown(sheet), () => isWanted && setShown('unknown'))
    return () => {
      isWanted = false
    }
  }, [get, documentId, locale])
  return shown
}

function languagesOf(locale: LocaleCode): LocaleCode[] {
  return locale === SOURCE_LANGUAGE ? [locale] : [SOURCE_LANGUAGE, locale]
}
