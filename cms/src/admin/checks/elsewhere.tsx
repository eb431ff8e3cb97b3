/** The way from what stands against publishing to the other entry in which it is mended. */
import { Link } from 'react-router-dom'
import { formAddress } from '../menu/kinds-to-write'
import { useMayBegin } from '../menu/may-begin'
import { useMayRead } from '../rights'
import type { CheckLine } from './checks'

interface ElsewhereProps {
  line: CheckLine
  /** `_blank` from a dialog, which would be gone. */
  target?: string
}

/** Nothing for whoever may not go there. */
export function Elsewhere({ line: { elsewhere }, target }: ElsewhereProps) {
  const [mayRead, mayBegin] = [useMayRead(), useMayBegin()]
  if (!elsewhere) return null
  const { type, documentId, given, deed } = elsewhere
  if (documentId ? !mayRead(type) : !mayBegin(type)) return null
  const address = documentId ? `/content-manager/collection-types/${type}/${documentId}` : formAddress({ type, given })
  return (
    <>
      {' '}
      <Link to={address} target={target}>{deed}</Link>
    </>
  )
}
