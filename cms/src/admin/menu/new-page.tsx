/** „Neu“: asks what one wants to write, and opens the form for it. */
import { Typography } from '@strapi/design-system'
import { BackButton, Layouts, Page } from '@strapi/strapi/admin'
import { Link } from 'react-router-dom'
import { formAddress, KINDS_TO_WRITE } from './kinds-to-write'
import { useMayBegin } from './may-begin'

export default function NewPage() {
  const mayBegin = useMayBegin()
  return (
    <Page.Main>
      <Page.Title>Neu</Page.Title>
      <Layouts.Header title="Was möchten Sie schreiben?" navigationAction={<BackButton fallback="/" />} />
      <Layouts.Content>
        <ul className="to-write">
          {KINDS_TO_WRITE.filter(({ type }) => mayBegin(type)).map(kind => (
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
