/** Beside a translation whose source has changed: the change does not concern it, for one of these reasons. */
import { Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { REASONS } from '../translation/reasons'
import type { Noted } from '../translation/unaffected'
import { reasonOf } from './requests/sentences'

interface UnaffectedProps {
  /** `/translation-states/<type>/<documentId>` */
  address: string
  locale: string
  /** The versions of the texts that are shown. */
  builtOn: string
  onNoted: () => void
}

export function Unaffected({ address, locale, builtOn, onNoted }: UnaffectedProps) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const isModified = useForm('Unaffected', ({ modified }) => modified)
  const [isWaiting, setIsWaiting] = useState(false)
  const note = async (reason: string) => {
    setIsWaiting(true)
    try {
      const { data: { data } } = await post<{ data: Noted }>(
        `${address}/unaffected?locale=${locale}`, { reason }, { headers: { 'X-Compared': builtOn } },
      )
      toggleNotification({ type: 'success', message: data.isPublic ? PUBLIC : NOT_PUBLIC })
    } catch (error) {
      toggleNotification({ type: 'danger', message: reasonOf(error) })
    } finally {
      setIsWaiting(false)
      onNoted()
    }
  }
  return (
    <details className="more-beside">
      <summary>Die Änderung betrifft die Übersetzung nicht</summary>
      {isModified
        ? <Typography variant="pi">Bitte speichern Sie zuerst, was Sie geschrieben haben.</Typography>
        : (
            <Flex direction="column" alignItems="stretch" gap={2} paddingTop={2}>
              {Object.entries(REASONS).map(([reason, words]) => (
                <Button key={reason} variant="tertiary" disabled={isWaiting} onClick={() => void note(reason)}>{words}</Button>
              ))}
            </Flex>
          )}
    </details>
  )
}

const PUBLIC = 'Vermerkt: Die Übersetzung ist aktuell, auch auf der Website.'
const NOT_PUBLIC = 'Vermerkt. Auf der Website gilt es, sobald die Übersetzung veröffentlicht ist.'
