/** Strapi's words for taking something off the website, by their keys: plain, and where Strapi has English only, German. */
export const DELETING = {
  'app.utils.unpublish': 'Von der Website nehmen',
  'app.components.ConfirmDialog.title': 'Bitte bestätigen',
  'popUpWarning.bodyMessage.contentType.delete.all': 'Möchten Sie diese Einträge löschen?',
  'popUpWarning.bodyMessage.contentType.unpublish.all': 'Möchten Sie diese Einträge von der Website nehmen? Die Entwürfe bleiben.',
  'popUpWarning.bodyMessage.contentType.publish.all': 'Möchten Sie diese Einträge veröffentlichen?',
  'content-manager.actions.unpublish.dialog.body': 'Der Entwurf sagt schon etwas anderes als die Website. Was soll mit ihm geschehen?',
  'content-manager.actions.unpublish.dialog.option.keep-draft': 'Den Entwurf behalten',
  'content-manager.actions.unpublish.dialog.option.replace-draft': 'Den Entwurf durch das ersetzen, was auf der Website stand',
  'content-manager.actions.unpublish.error': 'Der Eintrag ließ sich gerade nicht von der Website nehmen.',
  'content-manager.success.record.unpublish': 'Von der Website genommen',
  'content-manager.success.records.unpublish': 'Von der Website genommen',
  'content-manager.success.record.delete': 'Gelöscht',
  'content-manager.success.records.delete': 'Gelöscht',
  'i18n.CMEditViewBulkLocale.unpublish-title': 'Mehrere Sprachen von der Website nehmen',
}
