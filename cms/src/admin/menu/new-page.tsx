/** „Neu“: asks what one wants to write, and opens the form for it. */
import { Typography } from '@strapi/design-system'
import { BackButton, Layouts, Page, useAuth } from '@strapi/strapi/admin'
import { Link } from 'react-router-dom'
import { formAddress, KINDS_TO_WRITE } from './kinds-to-write'

const CREATE = 'plugin::content-manager.explorer.create'

export default function NewPage() {
  const permissions = useAuth('NewPage', state => state.permissions)
  const mayCreate = (type: string) => permissions.some(({ action, subject }) => action === CREATE && subject === type)
  return (
    <Page.Main>
      <Page.Title>Neu</Page.Title>
      <Layouts.Header title="Was möchten Sie schreiben?" navigationAction={<BackButton fallback="/" />} />
      <Layouts.Content>
        <ul className="to-write">
          {KINDS_TO_WRITE.filter(({ type }) => mayCreate(type)).map(kind => (
            <li key={kind.title}>
              <Link to={formAddress(kind)}>{kind.title}</Link>
              <Typography textColor="neutral600">{kind.help}</Typography>
            </li>
          ))}
        </ul>
      </Layouts.Content>
    </Page.Main>
  )
}
