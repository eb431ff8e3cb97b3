/** Leads from the list of measures to the page on which many of them are read in. */
import { LinkButton } from '@strapi/design-system'
import { Link, useParams } from 'react-router-dom'

export function CatalogueLink() {
  const { slug } = useParams()
  if (slug !== 'api::measure.measure') return null
  return <LinkButton tag={Link} to="/catalogue" variant="tertiary">Als Tabelle</LinkButton>
}
