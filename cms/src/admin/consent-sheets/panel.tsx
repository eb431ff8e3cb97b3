/** Beside a person: the sheet by which she agrees to be shown. */
import { LinkButton } from '@strapi/design-system'
import { useForm } from '@strapi/strapi/admin'

interface PanelProps {
  /** The uid of the type. */
  model: string
  document?: { documentId?: string }
}

/** Strapi's side panel; none beside anything else, while the person is new, and where a public role is the ground. */
export function ConsentSheetPanel({ model, document }: PanelProps) {
  const ground = useForm('ConsentSheetPanel', form => Reflect.get(form.values, 'publicGround'), false)
  if (model !== 'api::contributor.person' || !document?.documentId || ground === 'public_role') return null
  return {
    title: 'Einwilligung',
    content: (
      <LinkButton href={`/admin/consent-sheets/${document.documentId}`} target="_blank" variant="secondary" fullWidth>
        Bogen zum Unterschreiben
      </LinkButton>
    ),
  }
}
