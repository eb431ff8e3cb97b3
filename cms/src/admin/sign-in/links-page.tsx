/** The page on which the administrator makes a link for whoever was invited or has forgotten the password. */
import { Badge, Button, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system'
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { momentIn } from '../lists/readable-date'

/** As the cms answers it, see `cms/src/sign-in/links.ts`. */
interface Account {
  id: number
  name: string
  email: string
  roles: string[]
  state: keyof typeof STATES
}

interface Link {
  link: string
  expiresOn: string | null
}

const STATES = { active: 'kann sich anmelden', invited: 'eingeladen', blocked: 'gesperrt' } as const
const COLUMNS = ['Name', 'Rolle', 'Stand', 'Link']
const ADDRESS = '/sign-in-links'

export default function LinksPage() {
  const { get } = useFetchClient()
  const [accounts, setAccounts] = useState<Account[] | null>(null)
  useEffect(() => {
    get<{ data: Account[] }>(ADDRESS).then(({ data }) => setAccounts(data.data), () => setAccounts([]))
  }, [get])
  if (!accounts) return <Page.Loading />
  return (
    <Page.Main>
      <Page.Title>Zugänge</Page.Title>
      <Layouts.Header
        title="Zugänge"
        subtitle="Ein Link, mit dem jemand das eigene Passwort setzt. Geben Sie ihn nur dieser Person."
      />
      <Layouts.Content>
        <Table colCount={COLUMNS.length} rowCount={accounts.length + 1}>
          <Thead>
            <Tr>{COLUMNS.map(label => <Th key={label}><Typography variant="sigma">{label}</Typography></Th>)}</Tr>
          </Thead>
          <Tbody>{accounts.map(account => <AccountRow key={account.id} account={account} />)}</Tbody>
        </Table>
      </Layouts.Content>
    </Page.Main>
  )
}

function AccountRow({ account: { id, name, email, roles, state } }: { account: Account }) {
  return (
    <Tr>
      <Td>
        <Typography tag="p" fontWeight="bold">{name || email}</Typography>
        <Typography tag="p" textColor="neutral600">{email}</Typography>
      </Td>
      <Td>
        <Typography>{roles.join(', ')}</Typography>
      </Td>
      <Td>
        <Badge>{STATES[state]}</Badge>
      </Td>
      <Td>
        {state === 'blocked'
          ? (
              <Typography textColor="neutral600">Erst unter „Benutzer“ freischalten.</Typography>
            )
          : (
              <LinkMaker id={id} />
            )}
      </Td>
    </Tr>
  )
}

function LinkMaker({ id }: { id: number }) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [made, setMade] = useState<Link | null>(null)
  const make = async () => {
    try {
      setMade((await post<{ data: Link }>(`${ADDRESS}/${id}`)).data.data)
    } catch {
      toggleNotification({
        type: 'danger', message: 'Der Link konnte nicht gemacht werden. Bitte versuchen Sie es noch einmal.',
      })
    }
  }
  const copy = async (link: string) => {
    await navigator.clipboard.writeText(link)
    toggleNotification({ type: 'success', message: 'Der Link ist kopiert.' })
  }
  if (!made) return <Button variant="secondary" onClick={() => void make()}>Neuen Link machen</Button>
  return (
    <Flex direction="column" alignItems="stretch" gap={2} maxWidth="48rem">
      {/* Whole, over as many lines as it takes: it must be possible to read it out and to copy it by hand. */}
      <Typography tag="output" style={{ overflowWrap: 'anywhere', userSelect: 'all', whiteSpace: 'normal' }}>
        {made.link}
      </Typography>
      <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
        {validity(made)}
      </Typography>
      <Flex gap={2}>
        <Button variant="secondary" onClick={() => void copy(made.link)}>Kopieren</Button>
        <Button variant="tertiary" onClick={() => void make()}>Noch einen machen</Button>
      </Flex>
    </Flex>
  )
}

function validity({ expiresOn }: Link): string {
  if (!expiresOn) return 'Gilt, bis das Passwort gesetzt ist. Frühere Links gelten nicht mehr.'
  return `Gilt bis ${momentIn(expiresOn, 'short')}. Frühere Links gelten nicht mehr.`
}
