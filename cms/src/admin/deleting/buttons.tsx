/** Below a question: the way back first, and no yes where it would be refused. */
import { Button, Modal } from '@strapi/design-system'

interface Props {
  confirmLabel: string
  isPossible: boolean
  onConfirm: () => void
}

/** The foot of Strapi's dialog; both close it. */
export function Buttons({ confirmLabel, isPossible, onConfirm }: Props) {
  return (
    <Modal.Footer>
      <Modal.Close>
        <Button variant="tertiary">Abbrechen</Button>
      </Modal.Close>
      <Modal.Close>
        <Button variant="danger" disabled={!isPossible} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </Modal.Close>
    </Modal.Footer>
  )
}
