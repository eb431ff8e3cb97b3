import { CAN_KEEP } from '../kept-words/can-keep'

/**
 * What is said to whoever leaves a form with words that are not saved: what becomes of them, and what each button does.
 * Keys beginning with `lip.` are our own, put into Strapi's modules by `../otherwise.ts`.
 */
export const LEAVING = {
  'lip.leave.title': 'Noch nicht gespeichert',
  'lip.leave.stay': 'Im Formular bleiben',
  'lip.leave.go': 'Verlassen',
  'global.prompt.unsaved': CAN_KEEP
    ? 'Was Sie geschrieben haben, ist noch nicht gespeichert. Ihr Browser hebt es 14 Tage auf und bietet es Ihnen an, wenn '
    + 'Sie das Formular wieder öffnen.'
    : 'Was Sie geschrieben haben, ist noch nicht gespeichert und geht verloren, wenn Sie das Formular verlassen.',
  'content-manager.components.RelationInputModal.confirmation-message': CAN_KEEP
    ? 'Was Sie hier geschrieben haben, ist noch nicht gespeichert. Ihr Browser hebt es 14 Tage auf und bietet es Ihnen an, '
    + 'wenn Sie diesen Eintrag auf seiner eigenen Seite öffnen.'
    : 'Was Sie hier geschrieben haben, ist noch nicht gespeichert und geht verloren, wenn Sie das Fenster schließen.',
}
