/** Three steps for whoever signs in for the first time, until she has read them. */
import { Box, Button, Typography } from '@strapi/design-system'
import { useAuth } from '@strapi/strapi/admin'
import { useState } from 'react'
import { DeskSection } from './parts'

const WRITING = ['Schreiben', '„Neu schreiben“ fragt, was Sie schreiben möchten, und öffnet das passende Formular. Speichern '
  + 'Sie, so oft Sie mögen: Einen Entwurf sehen Leserinnen und Leser nicht.'] as const
const TRANSLATING = ['Übersetzen', 'Unter „Zu übersetzen“ steht, was in Ihrer Sprache fehlt oder sich geändert hat. Eine Zeile '
  + 'öffnet das Formular und daneben den Ausgangstext. Speichern Sie, so oft Sie mögen: Einen Entwurf sehen Leserinnen und '
  + 'Leser nicht.'] as const
const STEPS = [
  ['Prüfen lassen', 'Neben dem Formular steht, was noch fehlt, und wie die Seite aussehen wird. „Zur Prüfung geben“ legt den '
  + 'Entwurf vor, oder jemand veröffentlicht ihn gleich.'],
  ['Wiederfinden', 'Auf dieser Seite steht, was für Sie zu tun ist: Ihre Entwürfe, was zurückkam und welche Texte auf Ihre '
  + 'Sprachen warten.'],
] as const

/** Whoever only translates begins there. */
export function Welcome({ mayWrite }: { mayWrite: boolean }) {
  const account = useAuth('Welcome', state => state.user?.id)
  const key = `lip-lab:welcomed:${account}`
  const [isRead, setIsRead] = useState(() => localStorage.getItem(key) !== null)
  if (isRead || account === undefined) return null
  const close = () => {
    localStorage.setItem(key, '')
    setIsRead(true)
  }
  return (
    <DeskSection title="Zum ersten Mal hier? Drei Schritte">
      <ol className="welcome">
        {[mayWrite ? WRITING : TRANSLATING, ...STEPS].map(([name, words]) => (
          <li key={name}>
            <Typography fontWeight="bold">{`${name}. `}</Typography>
            <Typography>{words}</Typography>
          </li>
        ))}
      </ol>
      <Box paddingTop={4}><Button variant="tertiary" onClick={close}>Verstanden, nicht mehr zeigen</Button></Box>
    </DeskSection>
  )
}
